import { sampleBeta } from '../random/beta.ts';
import { expectEnsemble, type Ensemble, type Member } from './ensemble.ts';
import { expectInteger } from '../expect.ts';
import { createPartners, partnersKey, type ChoosePartners } from './partners.ts';
import { createRandom, shuffle, streamKey } from '../random/random.ts';

/**
 * All randomness of some consecutive steps, as arrays. Members that share a choice share one stream of it:
 * the order of examples belongs to a seed, partners to a pairing, lambda to an alpha. See {@link PlanStreams}.
 */
export interface Plan {
  /** How many steps came before; the first step of a run has 0. */
  readonly firstStep: number;
  readonly steps: number;
  /** Row of the first partner, i: `[steps, order streams, batch]`. */
  readonly orders: Uint32Array;
  /** Row of the second partner, j: `[steps, partner streams, batch]`. */
  readonly partners: Uint32Array;
  /** Weight of the first partner, lambda, rounded to float32: `[steps, lambda streams, batch]`. */
  readonly lambdas: Float32Array;
}

/** Which streams each member reads, `[members]`, and how many streams there are. Fixed for a run. */
export interface PlanStreams {
  readonly order: Uint16Array;
  readonly partner: Uint16Array;
  readonly lambda: Uint16Array;
  readonly orders: number;
  readonly partners: number;
  readonly lambdas: number;
}

/** Makes the plan of any steps of one run; asking twice gives the same plan. */
export interface Planner {
  readonly streams: PlanStreams;
  /** Plans `steps` steps after the first `firstStep`. */
  make(firstStep: number, steps: number): Plan;
}

/**
 * Prepares to plan a run: mixup's `x~ = lambda x_i + (1 - lambda) x_j` and the same for labels (Sec. 2 of the paper),
 * with i, j and lambda of every step and member decided by seeds alone.
 *
 * The order of examples is a new permutation of the member's rows for each epoch, and batches run on across its end.
 *
 * @throws RangeError if the ensemble is not one that {@link expectEnsemble} accepts
 */
export function createPlanner(ensemble: Ensemble): Planner {
  expectEnsemble(ensemble);
  const { batch, members } = ensemble;
  const identify = createIdentities();
  const orderStreams = createStreams<FillOrder>(members, (m) => `${m.seed} ${identify(m.rows)}`, createOrder);
  const partnerStreams = createStreams<ChoosePartners>(
    members,
    (m, index) => `${orderStreams.of[index]} ${partnersKey(m, identify)}`,
    createPartners(ensemble, identify),
  );
  const lambdaStreams = createStreams<FillLambdas>(
    members,
    ({ seed, policy: { alpha, lambdaPer, heavier = 'either' } }) =>
      alpha === 0 ? 'one' : `${seed} ${alpha} ${lambdaPer} ${heavier}`,
    createLambdas,
  );
  const orderOfPartners = new Uint16Array(partnerStreams.streams.length);
  members.forEach((_, index) => {
    orderOfPartners[partnerStreams.of[index] as number] = orderStreams.of[index] as number;
  });

  return {
    streams: {
      order: orderStreams.of,
      partner: partnerStreams.of,
      lambda: lambdaStreams.of,
      orders: orderStreams.streams.length,
      partners: partnerStreams.streams.length,
      lambdas: lambdaStreams.streams.length,
    },
    make(firstStep, steps) {
      expectInteger('firstStep', firstStep, 0, 2 ** 31);
      expectInteger('steps', steps, 1, 2 ** 20);
      const slices = (count: number, step: number, stream: number): [number, number] => {
        const start = (step * count + stream) * batch;
        return [start, start + batch];
      };
      const orders = new Uint32Array(steps * orderStreams.streams.length * batch);
      const partners = new Uint32Array(steps * partnerStreams.streams.length * batch);
      const lambdas = new Float32Array(steps * lambdaStreams.streams.length * batch);
      for (let step = 0; step < steps; step += 1) {
        orderStreams.streams.forEach((fill, s, all) => {
          fill(firstStep + step, orders.subarray(...slices(all.length, step, s)));
        });
        partnerStreams.streams.forEach((choose, s, all) => {
          const order = orders.subarray(...slices(orderStreams.streams.length, step, orderOfPartners[s] as number));
          choose(firstStep + step, order, partners.subarray(...slices(all.length, step, s)));
        });
        lambdaStreams.streams.forEach((fill, s, all) => {
          fill(firstStep + step, lambdas.subarray(...slices(all.length, step, s)));
        });
      }
      return { firstStep, steps, orders, partners, lambdas };
    },
  };
}

type FillOrder = (step: number, order: Uint32Array) => void;
type FillLambdas = (step: number, lambdas: Float32Array) => void;

function createOrder({ seed, rows }: Member): FillOrder {
  const permutation = new Uint32Array(rows.length);
  let shuffledFor = -1;
  return (step, order) => {
    for (let b = 0; b < order.length; b += 1) {
      const position = step * order.length + b;
      const epoch = Math.floor(position / rows.length);
      if (epoch !== shuffledFor) {
        permutation.set(rows);
        shuffle(permutation, createRandom(seed, 'order', epoch));
        shuffledFor = epoch;
      }
      order[b] = permutation[position % rows.length] as number;
    }
  };
}

function createLambdas({ seed, policy: { alpha, lambdaPer, heavier } }: Member): FillLambdas {
  if (alpha === 0) return (_step, lambdas) => void lambdas.fill(1);
  const key = streamKey(seed, 'lambda', String(alpha));
  return (step, lambdas) => {
    const random = createRandom(key, step);
    const draw = (): number => {
      const lambda = sampleBeta(alpha, random);
      return heavier === 'first' ? Math.max(lambda, 1 - lambda) : lambda;
    };
    if (lambdaPer === 'batch') lambdas.fill(draw());
    else for (let b = 0; b < lambdas.length; b += 1) lambdas[b] = draw();
  };
}

/** Gives one stream to all members with the same key, made from the first of them. */
function createStreams<Stream>(
  members: readonly Member[],
  keyOf: (member: Member, index: number) => string,
  create: (member: Member) => Stream,
) {
  const numbers = new Map<string, number>();
  const streams: Stream[] = [];
  const of = Uint16Array.from(members, (member, index) => {
    const key = keyOf(member, index);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, streams.length);
    return streams.push(create(member)) - 1;
  });
  return { of, streams };
}

/** Numbers objects by identity, in the order they are first seen. */
function createIdentities(): (object: object) => number {
  const numbers = new Map<object, number>();
  return (object) => {
    const known = numbers.get(object);
    if (known !== undefined) return known;
    numbers.set(object, numbers.size);
    return numbers.size - 1;
  };
}
