import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { createRandom, randomInteger } from '../core/random/random.ts';
import { sampleBeta } from '../core/random/beta.ts';
import { blendHits } from '../core/statistics/blend-hits.ts';
import { predictedClass } from '../core/statistics/log-probabilities.ts';
import { mixBatch } from '../core/training/mix.ts';
import { mixupPolicy } from '../core/training/policy.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { digitsProtocol, digitsStudy } from './digits-study.ts';
import type { Condition, Measures, Study, StudyPart } from './study.ts';

/** Blends that a seed and a strength are counted on. */
const blends = 1000;

/**
 * Ways to count a training accuracy, as shares from 0 to 1: `weighted` gives λ for the label of the first example and 1 − λ for that
 * of the second, `stronger` asks for the label that weighs more, `real` looks at the training digits as they are. `best` is what
 * `weighted` would be if the network named the stronger label of every blend.
 */
export const blendAccuracyMeasures = ['weighted', 'stronger', 'best', 'real'] as const;
type BlendAccuracyMeasure = (typeof blendAccuracyMeasures)[number];

const conditions: readonly Condition[] = [
  { name: 'weak-mixup', policy: mixupPolicy(0.2) },
  { name: 'mixup', policy: mixupPolicy(1) },
];

/** What a training log of mixup shows on digits, however it counts: each network is looked at on blends as it was trained on. */
export function blendAccuracy(digits: DataSet, steps?: number): Study<BlendAccuracyMeasure> {
  const training = digitsStudy(digits, { conditions, ...(steps !== undefined && { steps }) });
  return {
    conditions,
    steps: training.steps,
    measureEvery: training.steps,
    parts: (seeds) =>
      training.parts(seeds).map(({ trials, ensemble }) => ({
        trials,
        ensemble,
        measure: (members, breathe) => measureBlends(members, digits, trials, breathe),
      })),
  };
}

/** Pairs of training rows of a seed with their weights, as a step draws them. */
function drawBlends(digits: DataSet, seed: number, alpha: number) {
  const { train } = splitRows(digits.labels.length, digitsProtocol.trainingRows, seed, digitsProtocol.testRows);
  const random = createRandom(seed, 'blends to count on', String(alpha));
  const rows = (): Uint32Array =>
    Uint32Array.from({ length: blends }, () => train[randomInteger(random, train.length)] as number);
  const [first, second] = [rows(), rows()];
  return { train, first, second, lambdas: Float64Array.from({ length: blends }, () => sampleBeta(alpha, random)) };
}

async function measureBlends(
  training: TrainingEnsemble,
  digits: DataSet,
  trials: StudyPart<BlendAccuracyMeasure>['trials'],
  breathe: Breathe,
): Promise<Measures<BlendAccuracyMeasure>[]> {
  const { classes, labels } = digits;
  const all = await training.evaluate(digits.inputs);
  const labelsOf = (rows: Uint32Array): Uint8Array => Uint8Array.from(rows, (row) => labels[row] as number);
  const measured: Measures<BlendAccuracyMeasure>[] = [];
  for (const [m, { condition, seed }] of trials.entries()) {
    await breathe();
    const { train, first, second, lambdas } = drawBlends(digits, seed, condition.policy.alpha);
    const { inputs } = mixBatch(digits, first, second, lambdas);
    const logs = await training.evaluate(Float32Array.from(inputs));
    const own = logs.subarray(m * blends * classes, (m + 1) * blends * classes);
    const known = all.subarray(m * labels.length * classes, (m + 1) * labels.length * classes);
    const isSound = !own.some(Number.isNaN);
    const hits = isSound ? blendHits(own, labelsOf(first), labelsOf(second), lambdas, classes) : diverged;
    const right = train.filter((row) => predictedClass(known, row, classes) === labels[row]).length;
    measured.push({ ...hits, real: isSound ? right / train.length : NaN });
  }
  return measured;
}

const diverged = { weighted: NaN, stronger: NaN, best: NaN };
