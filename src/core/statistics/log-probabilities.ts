import { expectIndices, expectInteger, expectLength } from '../expect.ts';

/**
 * Expects log-probabilities and one label for each of their rows.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`; -Infinity is allowed, NaN and positive numbers are not
 * @param labels `[count]`, at least one
 * @returns count
 * @throws RangeError that names the argument, what was expected and what came
 */
export function expectLogProbabilities(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  expectInteger('classes', classes, 2, 256);
  expectInteger('labels.length', labels.length, 1);
  expectIndices('labels', labels, classes);
  const expected = labels.length * classes;
  expectLength('logProbabilities', logProbabilities, expected, `numbers, ${labels.length} x ${classes}`);
  for (let k = 0; k < expected; k += 1) {
    const value = logProbabilities[k] as number;
    // Engines work in float32, whose rounding may lift the logarithm of a certain class just above 0.
    if (!(value <= 1e-3)) {
      throw new RangeError(`logProbabilities: expected logarithms of probabilities, got ${value} at index ${k}.`);
    }
  }
  return labels.length;
}

/**
 * The most probable class of one row; of equals the first.
 *
 * @param logProbabilities `[count, classes]`
 */
export function predictedClass(logProbabilities: ArrayLike<number>, row: number, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k += 1) {
    if ((logProbabilities[row * classes + k] as number) > (logProbabilities[row * classes + best] as number)) best = k;
  }
  return best;
}
