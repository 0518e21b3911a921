import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { mixBatch } from '../core/training/mix.ts';
import { meanNorm, meanSlope, missRate } from '../core/statistics/between-examples.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { createRandom, randomInteger } from '../core/random/random.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { digitsProtocol, digitsStudy, type DigitsLength } from './digits-study.ts';
import type { Condition, Measures, Study, Trial } from './study.ts';

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

/** Seeds whose pairs are looked at together: gradients of all networks, for every class, take much room. */
const seedsAtOnce = 4;

/** Label smoothing is the control: it softens labels, and mixes nothing. @param alpha strength of mixup */
export const betweenConditions = (alpha = 1): readonly Condition[] => [
  { name: 'erm', policy: ermPolicy },
  { name: 'mixup', policy: mixupPolicy(alpha) },
  { name: 'smoothing', policy: { ...ermPolicy, labelSmoothing: 0.1 } },
];

/**
 * Fig. 2 of the paper on digits or other pictures: between pairs of training examples, how often a network names a third class, and
 * how long the gradient of its loss (against the mixed label) with respect to the input is; and how steep its probabilities are.
 *
 * @param pictures pixels from 0 to 1
 */
export function betweenExamples(
  pictures: DataSet,
  length: DigitsLength = {},
  conditions = betweenConditions(),
): Study<BetweenMeasure> {
  const training = digitsStudy(pictures, { ...length, conditions });
  return {
    conditions: training.conditions,
    steps: training.steps,
    // Looking between the examples takes as long as many steps, so it is done once, at the end.
    measureEvery: training.steps,
    parts: (seeds) => {
      const pairs = new Map(seeds.map((seed) => [seed, drawPairs(pictures, seed, length)]));
      return training.parts(seeds).map(({ trials, ensemble }) => ({
        trials,
        ensemble,
        measure: async (members, breathe) => {
          const measured = trials.map((): Partial<Record<BetweenMeasure, number>> => ({}));
          for (let n = 0; n < seeds.length; n += seedsAtOnce) {
            const some = new Map([...pairs].slice(n, n + seedsAtOnce));
            await measureBetween(members, pictures, trials, some, measured, breathe);
            await measureSlopes(members, pictures, trials, some, measured, breathe);
          }
          return measured as Measures<BetweenMeasure>[];
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
export function drawPairs({ labels }: Pick<DataSet, 'labels'>, seed: number, length: DigitsLength = {}): Pairs {
  const { trainingRows = digitsProtocol.trainingRows, testRows = digitsProtocol.testRows } = length;
  const { train } = splitRows(labels.length, trainingRows, seed, testRows);
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

/** What was measured of a network so far. */
type Measured = Partial<Record<BetweenMeasure, number>>;

/** @param measured of every network; those whose seed has pairs are added to */
async function measureBetween(
  training: TrainingEnsemble,
  pictures: DataSet,
  trials: readonly Trial[],
  pairs: ReadonlyMap<number, Pairs>,
  measured: readonly Measured[],
  breathe: Breathe,
): Promise<void> {
  const { classes, width } = pictures;
  const seeds = [...pairs.keys()];
  // The pairs of all these seeds one after another; each member is judged on those of its own seed.
  const first = Uint32Array.from([...pairs.values()].flatMap((own) => Array.from(own.first)));
  const second = Uint32Array.from([...pairs.values()].flatMap((own) => Array.from(own.second)));
  const labelsOf = (rows: Uint32Array): Uint8Array => Uint8Array.from(rows, (row) => pictures.labels[row] as number);
  for (const weight of betweenWeights) {
    const { inputs, labels } = mixBatch(pictures, first, second, new Float64Array(first.length).fill(weight / 100));
    const points = Float32Array.from(inputs);
    const logs = await training.evaluate(points);
    const gradients = await training.inputGradients(points, Float32Array.from(labels));
    for (const [m, { seed }] of trials.entries()) {
      const own = pairs.get(seed);
      if (!own) continue;
      await breathe();
      const start = (m * seeds.length + seeds.indexOf(seed)) * betweenPairs;
      const end = start + betweenPairs;
      const ownLogs = logs.subarray(start * classes, end * classes);
      const isSound = !ownLogs.some(Number.isNaN);
      const misses = (): number => missRate(ownLogs, labelsOf(own.first), labelsOf(own.second), classes);
      Object.assign(measured[m] as Measured, {
        [`misses ${weight}`]: isSound ? misses() : NaN,
        [`gradient ${weight}`]: isSound ? meanNorm(gradients.subarray(start * width, end * width), width) : NaN,
      });
    }
  }
}

/** The same of the slopes of all probabilities. */
async function measureSlopes(
  training: TrainingEnsemble,
  pictures: DataSet,
  trials: readonly Trial[],
  pairs: ReadonlyMap<number, Pairs>,
  measured: readonly Measured[],
  breathe: Breathe,
): Promise<void> {
  const { classes, width } = pictures;
  const seeds = [...pairs.keys()];
  const some = (of: keyof Pairs): Uint32Array =>
    Uint32Array.from([...pairs.values()].flatMap((own) => Array.from(own[of].subarray(0, slopePairs))));
  const [first, second] = [some('first'), some('second')];
  for (const weight of slopeWeights) {
    const { inputs } = mixBatch(pictures, first, second, new Float64Array(first.length).fill(weight / 100));
    const points = Float32Array.from(inputs);
    const logs = await training.evaluate(points);
    const gradients: Float32Array[] = [];
    for (let k = 0; k < classes; k += 1) {
      await breathe();
      const labels = Float32Array.from({ length: first.length * classes }, (_, at) => Number(at % classes === k));
      gradients.push(await training.inputGradients(points, labels));
    }
    trials.forEach(({ seed }, m) => {
      if (!pairs.has(seed)) return;
      const start = (m * seeds.length + seeds.indexOf(seed)) * slopePairs;
      const end = start + slopePairs;
      const ownLogs = logs.subarray(start * classes, end * classes);
      const own = gradients.map((gradient) => gradient.subarray(start * width, end * width));
      const isSound = !ownLogs.some(Number.isNaN);
      Object.assign(measured[m] as Measured, {
        [`slope ${weight}`]: isSound ? meanSlope(ownLogs, own, width) : NaN,
      });
    });
  }
}
