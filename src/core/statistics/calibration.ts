import { exp } from '../elementary/exponential.ts';
import { expectInteger } from '../expect.ts';
import { expectLogProbabilities, predictedClass } from './log-probabilities.ts';

/** Predictions of similar confidence. */
interface ReliabilityBin {
  /** How many predictions fall in. */
  readonly count: number;
  /** Mean probability of the predicted class; NaN in an empty bin. */
  readonly confidence: number;
  /** Share of right predictions; NaN in an empty bin. */
  readonly accuracy: number;
}

/**
 * Sorts predictions into equally wide bins of confidence, the probability of the predicted class. A confidence on an edge
 * belongs to the lower bin.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param labels `[count]`
 * @param bins how many, 1 to 1000
 * @throws RangeError that names the argument
 */
export function reliabilityBins(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  bins = 15,
): ReliabilityBin[] {
  return sortedByConfidence(logProbabilities, labels, classes, bins).map((predictions) => {
    const count = predictions.length;
    return {
      count,
      confidence: predictions.reduce((sum, { confidence }) => sum + confidence, 0) / count,
      accuracy: predictions.filter(({ isRight }) => isRight).length / count,
    };
  });
}

/** One prediction: the probability of its class, and whether that is the label. */
interface Prediction {
  readonly confidence: number;
  readonly isRight: boolean;
}

function sortedByConfidence(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  bins: number,
): Prediction[][] {
  const rows = expectLogProbabilities(logProbabilities, labels, classes);
  expectInteger('bins', bins, 1, 1000);
  const sorted = Array.from({ length: bins }, (): Prediction[] => []);
  for (let n = 0; n < rows; n += 1) {
    const predicted = predictedClass(logProbabilities, n, classes);
    const confidence = Math.min(1, exp(logProbabilities[n * classes + predicted] as number));
    sorted[Math.max(0, Math.ceil(confidence * bins) - 1)]?.push({ confidence, isRight: predicted === labels[n] });
  }
  return sorted;
}

/**
 * The expected calibration error: the mean over predictions of |accuracy - confidence| of their bin (Guo et al., "On
 * Calibration of Modern Neural Networks", ICML 2017, arXiv 1706.04599).
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param labels `[count]`
 * @param bins equally wide bins of confidence
 * @returns 0 (calibrated) to 1
 * @throws RangeError that names the argument
 */
export function expectedCalibrationError(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  bins = 15,
): number {
  const filled = reliabilityBins(logProbabilities, labels, classes, bins).filter(({ count }) => count > 0);
  return filled.reduce((sum, bin) => sum + bin.count * Math.abs(bin.accuracy - bin.confidence), 0) / labels.length;
}

/**
 * The expected calibration error that a perfectly calibrated network would measure on average with predictions as sure as
 * these: not zero, because few predictions fall into a bin, and those of a bin are right more or less often by chance. Exact: the
 * number of right ones in a bin is a sum of independent tosses, whose distribution is built up toss by toss.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param labels `[count]`; what they are does not matter
 * @param bins equally wide bins of confidence
 * @returns 0 to 1
 * @throws RangeError that names the argument
 */
export function calibrationFloor(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  bins = 15,
): number {
  const sorted = sortedByConfidence(logProbabilities, labels, classes, bins);
  return sorted.reduce((sum, predictions) => sum + meanDeviation(predictions), 0) / labels.length;
}

/** The mean distance of the number of wrong ones from what their confidences promise. */
function meanDeviation(predictions: readonly Prediction[]): number {
  /** Chances of 0, 1, 2 ... wrong ones; those beyond the last are too small to matter. */
  let chances = [1];
  let promised = 0;
  for (const { confidence } of predictions) {
    const wrong = 1 - confidence;
    promised += wrong;
    const next = [...chances, 0].map(
      (chance, k) => chance * confidence + (k > 0 ? (chances[k - 1] as number) * wrong : 0),
    );
    chances = (next.at(-1) as number) < negligible && next.length > promised ? next.slice(0, -1) : next;
  }
  return chances.reduce((sum, chance, wrong) => sum + chance * Math.abs(wrong - promised), 0);
}

const negligible = 1e-15;
