import { exp } from '../elementary/exponential.ts';
import { square } from '../elementary/whole-power.ts';
import { expectFinite, expectNumber } from '../expect.ts';
import { logSoftmax } from '../training/forward.ts';
import { expectLogProbabilities } from './log-probabilities.ts';

/** The least and the greatest temperature that is fitted. */
const temperatureLimits = [0.01, 100] as const;

/**
 * Predictions at another temperature: logits divided by it, then softmax. Above 1 they are less certain, below 1 more; which
 * class is the most probable stays (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, arXiv 1706.04599).
 *
 * @param logProbabilities natural logarithms, `[count, classes]`; they serve as logits, since softmax ignores what they differ in
 * @param temperature above 0
 * @returns natural logarithms, `[count, classes]`
 * @throws RangeError that names the argument
 */
export function atTemperature(logProbabilities: ArrayLike<number>, classes: number, temperature: number): Float64Array {
  expectNumber('temperature', temperature, ...temperatureLimits);
  expectFinite('logProbabilities', logProbabilities);
  return logSoftmax(
    Float64Array.from(logProbabilities, (value) => value / temperature),
    classes,
  );
}

/**
 * The one temperature at which some labels are least surprising. In its inverse the mean of -log p(label) is convex: Newton's
 * steps find where its slope is zero, kept between two places where the slope has opposite signs.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param labels `[count]`
 * @returns within {@link temperatureLimits}, also where the best lies beyond: where every answer is right, as low as still gains
 * @throws RangeError that names the argument
 */
export function fitTemperature(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  expectLogProbabilities(logProbabilities, labels, classes);
  expectFinite('logProbabilities', logProbabilities);
  let [low, high] = [1 / temperatureLimits[1], 1 / temperatureLimits[0]];
  let inverse = 1;
  for (let round = 0; round < 60 && high > low * (1 + 1e-12); round += 1) {
    const { slope, curvature } = bend(logProbabilities, labels, classes, inverse);
    if (slope > 0) high = inverse;
    else low = inverse;
    const next = inverse - slope / curvature;
    const isWithin = next >= low && next <= high;
    if (isWithin && Math.abs(next - inverse) <= 1e-12 * inverse) break;
    inverse = isWithin ? next : Math.sqrt(low * high);
  }
  return 1 / inverse;
}

/** The first and second derivative of the mean of -log p(label) for the inverse of the temperature: a mean distance and a mean variance. */
function bend(logs: ArrayLike<number>, labels: ArrayLike<number>, classes: number, inverse: number) {
  let slope = 0;
  let curvature = 0;
  for (let n = 0; n < labels.length; n += 1) {
    const first = n * classes;
    let top = -Infinity;
    for (let k = 0; k < classes; k += 1) top = Math.max(top, logs[first + k] as number);
    let [sum, mean, meanSquare] = [0, 0, 0];
    for (let k = 0; k < classes; k += 1) {
      // Counted from the largest, so that nothing overflows; a shift changes neither derivative.
      const value = (logs[first + k] as number) - top;
      const weight = exp(inverse * value);
      sum += weight;
      mean += weight * value;
      meanSquare += weight * value * value;
    }
    mean /= sum;
    slope += mean - ((logs[first + (labels[n] as number)] as number) - top);
    curvature += meanSquare / sum - square(mean);
  }
  return { slope: slope / labels.length, curvature: curvature / labels.length };
}
