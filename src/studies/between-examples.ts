import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { mixBatch } from '../core/training/mix.ts';
import { meanNorm, meanSlope, missRate } from '../core/statistics/between-examples.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { createRandom, randomInteger } from '../core/random/random.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { digitsProtocol, digitsStudy } from './digits-study.ts';
import type { Measures, Study, Trial } from './study.ts';

/** Weights of the first example, in percent, at which the segment between two examples is looked at. */
export const betweenWeights = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
type Weight = (typeof betweenWeights)[number];

/** Those at which the slopes of all probabilities are measured, which takes a gradient for each class. */
export const slopeWeights = [0, 20, 50, 80, 100] as const;
type SlopeWeight = (typeof slopeWeights)[number];

/**
 * `misses 50`: share of points halfway whose predicted class is that of neither example; `gradient 50`: mean norm of the loss's
 * gradient there; `slope 50`: mean steepness of the probabilities there.
 */
export type BetweenMeasure = `${'misses' | 'gradient'} ${Weight}` | `slope ${SlopeWeight}`;

export const betweenMeasures: readonly BetweenMeasure[] = [
  ...betweenWeights.flatMap((weight): BetweenMeasure[] => [`misses ${weight}`, `gradient ${weight}`]),
  ...slopeWeights.map((weight): BetweenMeasure => `slope ${weight}`),
];

/** Pairs of training examples looked at for each seed, and of these the first ones for slopes. */
const betweenPairs = 200;
const slopePairs = 50;

/**
 * Fig. 2 of the paper on digits: between pairs of training examples, how often a network names a third class, and how long the
 * gradient of its loss (against the mixed label) with respect to the input is; and how steep its probabilities are. Label smoothing
 * is the control: it softens labels, and mixes nothing.
 *
 * @param alpha strength of mixup
 * @param steps length of the training, if not that of all studies on digits
 */
export function betweenExamples(digits: DataSet, alpha = 1, steps?: number): Study<BetweenMeasure> {
  const training = digitsStudy(digits, {
    conditions: [
      { name: 'erm', policy: ermPolicy },
      { name: 'mixup', policy: mixupPolicy(alpha) },
      { name: 'smoothing', policy: { ...ermPolicy, labelSmoothing: 0.1 } },
    ],
    ...(steps !== undefined && { steps }),
  });
  return {
    conditions: training.conditions,
    steps: training.steps,
    // Looking between the examples takes as long as many steps, so it is done once, at the end.
    measureEvery: training.steps,
    parts: (seeds) => {
      const pairs = new Map(seeds.map((seed) => [seed, drawPairs(digits, seed)]));
      return training.parts(seeds).map(({ trials, ensemble }) => ({
        trials,
        ensemble,
        measure: async (members, breathe) => {
          const between = await measureBetween(members, digits, trials, pairs, breathe);
          const slopes = await measureSlopes(members, digits, trials, pairs, breathe);
          return between.map((one, m) => ({ ...one, ...(slopes[m] as (typeof slopes)[number]) }));
        },
      }));
    },
  };
}

/** Rows of the first and the second example of each pair. */
interface Pairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** Pairs of two different training rows of a seed, all equally likely. */
function drawPairs(digits: DataSet, seed: number): Pairs {
  const { train } = splitRows(digits.labels.length, digitsProtocol.trainingRows, seed, digitsProtocol.testRows);
  const random = createRandom(seed, 'pairs to look between');
  const first = new Uint32Array(betweenPairs);
  const second = new Uint32Array(betweenPairs);
  for (let n = 0; n < betweenPairs; n += 1) {
    const i = randomInteger(random, train.length);
    const j = (i + 1 + randomInteger(random, train.length - 1)) % train.length;
    first[n] = train[i] as number;
    second[n] = train[j] as number;
  }
  return { first, second };
}

async function measureBetween(
  training: TrainingEnsemble,
  digits: DataSet,
  trials: readonly Trial[],
  pairs: ReadonlyMap<number, Pairs>,
  breathe: Breathe,
): Promise<Measures<`${'misses' | 'gradient'} ${Weight}`>[]> {
  const { classes, width } = digits;
  const seeds = [...pairs.keys()];
  // The pairs of all seeds one after another; each member is judged on those of its own seed.
  const first = Uint32Array.from([...pairs.values()].flatMap((own) => Array.from(own.first)));
  const second = Uint32Array.from([...pairs.values()].flatMap((own) => Array.from(own.second)));
  const labelsOf = (rows: Uint32Array): Uint8Array => Uint8Array.from(rows, (row) => digits.labels[row] as number);
  const measured = trials.map((): Partial<Record<BetweenMeasure, number>> => ({}));
  for (const weight of betweenWeights) {
    const { inputs, labels } = mixBatch(digits, first, second, new Float64Array(first.length).fill(weight / 100));
    const points = Float32Array.from(inputs);
    const logs = await training.evaluate(points);
    const gradients = await training.inputGradients(points, Float32Array.from(labels));
    for (const [m, { seed }] of trials.entries()) {
      await breathe();
      const own = pairs.get(seed) as Pairs;
      const start = (m * seeds.length + seeds.indexOf(seed)) * betweenPairs;
      const end = start + betweenPairs;
      const ownLogs = logs.subarray(start * classes, end * classes);
      const isSound = !ownLogs.some(Number.isNaN);
      const misses = (): number => missRate(ownLogs, labelsOf(own.first), labelsOf(own.second), classes);
      Object.assign(measured[m] as object, {
        [`misses ${weight}`]: isSound ? misses() : NaN,
        [`gradient ${weight}`]: isSound ? meanNorm(gradients.subarray(start * width, end * width), width) : NaN,
      });
    }
  }
  return measured as Measures<`${'misses' | 'gradient'} ${Weight}`>[];
}

async function measureSlopes(
  training: TrainingEnsemble,
  digits: DataSet,
  trials: readonly Trial[],
  pairs: ReadonlyMap<number, Pairs>,
  breathe: Breathe,
): Promise<Measures<`slope ${SlopeWeight}`>[]> {
  const { classes, width } = digits;
  const seeds = [...pairs.keys()];
  const some = (of: keyof Pairs): Uint32Array =>
    Uint32Array.from([...pairs.values()].flatMap((own) => Array.from(own[of].subarray(0, slopePairs))));
  const [first, second] = [some('first'), some('second')];
  const measured = trials.map((): Partial<Record<`slope ${SlopeWeight}`, number>> => ({}));
  for (const weight of slopeWeights) {
    const { inputs } = mixBatch(digits, first, second, new Float64Array(first.length).fill(weight / 100));
    const points = Float32Array.from(inputs);
    const logs = await training.evaluate(points);
    const gradients: Float32Array[] = [];
    for (let k = 0; k < classes; k += 1) {
      await breathe();
      const labels = Float32Array.from({ length: first.length * classes }, (_, at) => Number(at % classes === k));
      gradients.push(await training.inputGradients(points, labels));
    }
    trials.forEach(({ seed }, m) => {
      const start = (m * seeds.length + seeds.indexOf(seed)) * slopePairs;
      const end = start + slopePairs;
      const ownLogs = logs.subarray(start * classes, end * classes);
      const own = gradients.map((gradient) => gradient.subarray(start * width, end * width));
      const isSound = !ownLogs.some(Number.isNaN);
      Object.assign(measured[m] as object, {
        [`slope ${weight}`]: isSound ? meanSlope(ownLogs, own, width) : NaN,
      });
    });
  }
  return measured as Measures<`slope ${SlopeWeight}`>[];
}
