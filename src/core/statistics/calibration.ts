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
  const rows = expectLogProbabilities(logProbabilities, labels, classes);
  expectInteger('bins', bins, 1, 1000);
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (let n = 0; n < rows; n += 1) {
    const predicted = predictedClass(logProbabilities, n, classes);
    const confidence = Math.min(1, exp(logProbabilities[n * classes + predicted] as number));
    const bin = sums[Math.max(0, Math.ceil(confidence * bins) - 1)] as (typeof sums)[number];
    bin.count += 1;
    bin.confidence += confidence;
    if (predicted === labels[n]) bin.right += 1;
  }
  return sums.map(({ count, confidence, right }) => ({
    count,
    confidence: confidence / count,
    accuracy: right / count,
  }));
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
