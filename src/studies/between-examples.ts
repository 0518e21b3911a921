import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { mixBatch } from '../core/training/mix.ts';
import { meanNorm, missRate } from '../core/statistics/between-examples.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { createRandom, randomInteger } from '../core/random/random.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { digitsProtocol, digitsStudy } from './digits-study.ts';
import type { Measures, Study, Trial } from './study.ts';

/** Weights of the first example, in percent, at which the segment between two examples is looked at. */
export const betweenWeights = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;
type Weight = (typeof betweenWeights)[number];

/** `misses 50`: share of points halfway whose predicted class is that of neither example; `gradient 50`: mean norm there. */
export type BetweenMeasure = `${'misses' | 'gradient'} ${Weight}`;

export const betweenMeasures: readonly BetweenMeasure[] = betweenWeights.flatMap((weight): BetweenMeasure[] => [
  `misses ${weight}`,
  `gradient ${weight}`,
]);

/** Pairs of training examples looked at for each seed. */
const betweenPairs = 200;

/**
 * Fig. 2 of the paper on digits: between pairs of training examples, how often a network names a third class, and how long the
 * gradient of its loss (against the mixed label) with respect to the input is.
 *
 * @param alpha strength of mixup
 * @param steps length of the training, if not that of all studies on digits
 */
export function betweenExamples(digits: DataSet, alpha = 1, steps?: number): Study<BetweenMeasure> {
  const training = digitsStudy(digits, {
    conditions: [
      { name: 'erm', policy: ermPolicy },
      { name: 'mixup', policy: mixupPolicy(alpha) },
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
        measure: (members, breathe) => measureBetween(members, digits, trials, pairs, breathe),
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
): Promise<Measures<BetweenMeasure>[]> {
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
  return measured as Measures<BetweenMeasure>[];
}
