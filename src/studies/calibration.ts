import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { calibrationFloor, expectedCalibrationError, reliabilityBins } from '../core/statistics/calibration.ts';
import { errorRate, negativeLogLikelihood } from '../core/statistics/classification.ts';
import { atTemperature, fitTemperature } from '../core/statistics/temperature-scaling.ts';
import { allRows } from '../core/training/ensemble.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import type { Breathe } from '../engine/run/page-turns.ts';
import { digitsProtocol, digitsStudy } from './digits-study.ts';
import type { Condition, Measures, Study } from './study.ts';

/** ERM, mixup as weak as serves digits best, mixup with all weights equally likely, and label smoothing, which mixes nothing. */
export const calibrationConditions: readonly Condition[] = [
  { name: 'erm', policy: ermPolicy },
  { name: 'weak-mixup', policy: mixupPolicy(0.2) },
  { name: 'mixup', policy: mixupPolicy(1) },
  { name: 'smoothing', policy: { ...ermPolicy, labelSmoothing: 0.1 } },
];

/** Temperatures at which every network is looked at, equal ratios apart, and its own, which is fitted. */
export const temperatures = [0.25, 0.31, 0.4, 0.5, 0.63, 0.79, 1, 1.3, 1.6, 2, 2.5, 3.2, 4] as const;
export type TemperatureShown = (typeof temperatures)[number] | 'own';
export const temperaturesShown: readonly TemperatureShown[] = [...temperatures, 'own'];

/** Bins of confidence, as wide as is usual for the expected calibration error. */
export const confidenceBins = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const;

/**
 * What is kept of each network, all on its test rows:
 *
 * - `testError` and `confidence`, the mean probability of the predicted class, from 0 to 1; `testLoss` (nats);
 * - `calibrationError`, the expected calibration error, and `calibrationFloor`, what a calibrated network as sure as this would
 *   measure on average, from 0 to 1;
 * - `temperature`, the one that suits the rows best that are neither trained nor tested on; `rescaledLoss`,
 *   `rescaledConfidence`, `rescaledCalibrationError`, `rescaledFloor`: the same at it.
 */
export const calibrationSummary = [
  'testError',
  'confidence',
  'testLoss',
  'calibrationError',
  'calibrationFloor',
  'temperature',
  'rescaledConfidence',
  'rescaledLoss',
  'rescaledCalibrationError',
  'rescaledFloor',
] as const;

/** At one temperature: `loss`, `error` (of calibration) and `floor`; and of each bin the share of rows in it, of right ones, and the sum of confidences. */
type AtTemperature =
  | `${'loss' | 'error' | 'floor'} at ${TemperatureShown}`
  | `${'rows' | 'right' | 'sure'} of ${(typeof confidenceBins)[number]} at ${TemperatureShown}`;
export type CalibrationMeasure = (typeof calibrationSummary)[number] | AtTemperature;

/** What is kept, and what is drawn over the temperatures; the bins are left to whoever draws one temperature. */
export const calibrationMeasures: readonly CalibrationMeasure[] = [
  ...calibrationSummary,
  ...temperaturesShown.flatMap((at): AtTemperature[] => [`loss at ${at}`, `error at ${at}`, `floor at ${at}`]),
];

/** Of each bin at one temperature: the measures of how many rows it holds, how sure they are and how many right. */
export const binMeasures = (at: TemperatureShown): [rows: AtTemperature, sure: AtTemperature, right: AtTemperature][] =>
  confidenceBins.map((bin) => [`rows of ${bin} at ${at}`, `sure of ${bin} at ${at}`, `right of ${bin} at ${at}`]);

/**
 * How sure networks are on digits, and how often right: as trained, at other temperatures, and at one that is fitted for each on
 * the digits that its seed neither trains nor tests on. Measured once, at the end.
 *
 * @param steps length of the training, if not that of all studies on digits
 */
export function calibration(
  digits: DataSet,
  steps?: number,
  conditions = calibrationConditions,
): Study<CalibrationMeasure> {
  const training = digitsStudy(digits, { conditions, ...(steps !== undefined && { steps }) });
  return {
    conditions,
    steps: training.steps,
    measureEvery: training.steps,
    parts: (seeds) =>
      training.parts(seeds).map((part) => ({
        ...part,
        measure: async (members, breathe) => {
          const logs = await members.evaluate(digits.inputs);
          const size = digits.labels.length * digits.classes;
          const measured: Measures<CalibrationMeasure>[] = [];
          for (const [m, { seed }] of part.trials.entries()) {
            await breathe();
            measured.push(await measure(logs.subarray(m * size, (m + 1) * size), digits, seed, breathe));
          }
          return measured;
        },
      })),
  };
}

/** What a network says of some rows, with their labels. */
interface Answers {
  readonly logs: Float64Array;
  readonly labels: Uint8Array;
  readonly classes: number;
}

/** @param logs log-probabilities of all rows under one network, `[rows, classes]` */
async function measure(
  logs: Float32Array,
  digits: DataSet,
  seed: number,
  breathe: Breathe,
): Promise<Measures<CalibrationMeasure>> {
  if (logs.some(Number.isNaN)) return diverged;
  const { test, unused } = rowsOf(digits, seed);
  const [asked, fitting] = [answersTo(test, logs, digits), answersTo(unused, logs, digits)];
  const temperature = fitTemperature(fitting.logs, fitting.labels, digits.classes);
  const found: Partial<Record<CalibrationMeasure, number>> = {};
  for (const at of temperaturesShown) {
    await breathe();
    Object.assign(found, measureAt(asked, at === 'own' ? temperature : at, at));
  }
  const sure = (at: TemperatureShown): number =>
    confidenceBins.reduce<number>((sum, bin) => sum + (found[`sure of ${bin} at ${at}`] as number), 0);
  return {
    ...(found as Measures<CalibrationMeasure>),
    testError: errorRate(asked.logs, asked.labels, digits.classes),
    confidence: sure(1),
    testLoss: found['loss at 1'] as number,
    calibrationError: found['error at 1'] as number,
    calibrationFloor: found['floor at 1'] as number,
    temperature,
    rescaledConfidence: sure('own'),
    rescaledLoss: found['loss at own'] as number,
    rescaledCalibrationError: found['error at own'] as number,
    rescaledFloor: found['floor at own'] as number,
  };
}

const diverged = Object.fromEntries(
  [...calibrationMeasures, ...temperaturesShown.flatMap((at) => binMeasures(at).flat())].map((name) => [name, NaN]),
) as Measures<CalibrationMeasure>;

/** @param at what its measures are called by */
function measureAt(
  { logs, labels, classes }: Answers,
  temperature: number,
  at: TemperatureShown,
): Partial<Record<AtTemperature, number>> {
  const rescaled = atTemperature(logs, classes, temperature);
  const bins = reliabilityBins(rescaled, labels, classes, confidenceBins.length);
  const total = labels.length;
  const measured: Partial<Record<AtTemperature, number>> = {
    [`loss at ${at}`]: negativeLogLikelihood(rescaled, labels, classes),
    [`error at ${at}`]: expectedCalibrationError(rescaled, labels, classes, bins.length),
    [`floor at ${at}`]: calibrationFloor(rescaled, labels, classes, bins.length),
  };
  confidenceBins.forEach((bin) => {
    const { count, confidence, accuracy } = bins[bin] as (typeof bins)[number];
    measured[`rows of ${bin} at ${at}`] = count / total;
    measured[`right of ${bin} at ${at}`] = count > 0 ? (count * accuracy) / total : 0;
    measured[`sure of ${bin} at ${at}`] = count > 0 ? (count * confidence) / total : 0;
  });
  return measured;
}

/** The rows that a seed tests on, and those that it neither trains nor tests on. */
function rowsOf({ labels }: DataSet, seed: number): { test: Uint32Array; unused: Uint32Array } {
  const { train, test } = splitRows(labels.length, digitsProtocol.trainingRows, seed, digitsProtocol.testRows);
  const used = new Set([...train, ...test]);
  return { test, unused: allRows(labels.length).filter((row) => !used.has(row)) };
}

function answersTo(rows: Uint32Array, logs: Float32Array, { labels, classes }: DataSet): Answers {
  const own = new Float64Array(rows.length * classes);
  rows.forEach((row, n) => own.set(logs.subarray(row * classes, (row + 1) * classes), n * classes));
  return { logs: own, labels: Uint8Array.from(rows, (row) => labels[row] as number), classes };
}
