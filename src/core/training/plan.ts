import { createPlan, type Plan as PlanFunctions } from './create-plan.ts';
import { draw } from './draw.ts';
import { expectInteger } from '../expect.ts';
import type { Ensemble } from './ensemble.ts';
import type { MemberPlan } from './member-plan.ts';

/** The plan of some consecutive steps as arrays, for engines that do not evaluate it where they need it. */
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

/** Writes the plan of `createPlan` into arrays. */
export function createPlanner(ensemble: Ensemble): Planner {
  const plan = createPlan(ensemble);
  const { batch } = ensemble;
  const orders = streamsOf(plan, (m) => `${m.orderKey} ${m.rowsAt}`);
  const partners = streamsOf(plan, (m) => `${m.orderKey} ${m.rowsAt} ${m.partnerKey} ${m.pool} ${m.candidatesAt}`);
  const lambdas = streamsOf(plan, (m) => `${m.lambdaKey} ${m.lambdasAt} ${m.lambdaStep}`);
  return {
    streams: {
      order: orders.of,
      partner: partners.of,
      lambda: lambdas.of,
      orders: orders.members.length,
      partners: partners.members.length,
      lambdas: lambdas.members.length,
    },
    make(firstStep, steps) {
      expectInteger('firstStep', firstStep, 0, plan.mostSteps);
      expectInteger('steps', steps, 1, 2 ** 20);
      const fill = (
        into: Uint32Array | Float32Array,
        members: readonly number[],
        field: 'first' | 'second' | 'lambda',
      ) => {
        let at = 0;
        for (let step = 0; step < steps; step += 1)
          for (const m of members)
            for (let b = 0; b < batch; b += 1, at += 1) into[at] = draw(plan, m, firstStep + step, b)[field];
        return into;
      };
      return {
        firstStep,
        steps,
        orders: fill(new Uint32Array(steps * orders.members.length * batch), orders.members, 'first') as Uint32Array,
        partners: fill(
          new Uint32Array(steps * partners.members.length * batch),
          partners.members,
          'second',
        ) as Uint32Array,
        lambdas: fill(
          new Float32Array(steps * lambdas.members.length * batch),
          lambdas.members,
          'lambda',
        ) as Float32Array,
      };
    },
  };
}

/** Gives one stream to all members with the same key: the number of a member that draws it. */
function streamsOf({ members }: PlanFunctions, keyOf: (member: MemberPlan) => string) {
  const numbers = new Map<string, number>();
  const first: number[] = [];
  const of = Uint16Array.from(members, (member, m) => {
    const key = keyOf(member);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, first.length);
    return first.push(m) - 1;
  });
  return { of, members: first };
}
