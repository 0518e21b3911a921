import { exp } from '../elementary/exponential.ts';
import { square } from '../elementary/whole-power.ts';
import { expectFinite, expectIndices, expectInteger, expectLength } from '../expect.ts';
import { expectLogProbabilities, predictedClass } from './log-probabilities.ts';

/**
 * The share of points between two examples whose predicted class is that of neither (Fig. 2a of the paper).
 *
 * @param logProbabilities at the mixed points, natural logarithms, `[count, classes]`
 * @param first label of each point's first example, `[count]`
 * @param second label of its second example, `[count]`
 * @returns 0 to 1
 * @throws RangeError that names the argument
 */
export function missRate(
  logProbabilities: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  classes: number,
): number {
  const count = expectLogProbabilities(logProbabilities, first, classes);
  expectIndices('second', expectLength('second', second, count, 'labels, as many as `first` has'), classes);
  let misses = 0;
  for (let n = 0; n < count; n += 1) {
    const predicted = predictedClass(logProbabilities, n, classes);
    if (predicted !== first[n] && predicted !== second[n]) misses += 1;
  }
  return misses / count;
}

/**
 * The mean steepness of the probabilities themselves: over points, the Frobenius norm of the table of slopes dp_k / dx, all classes
 * together. The gradient of the loss is not that: it is the slope times how far the answer is from the label, so that it is short
 * where the answer is right, however steep.
 *
 * As p_k = exp(-l_k) with l_k the loss against class k alone, dp_k / dx = -p_k dl_k / dx.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param gradients for each class k, the gradient of l_k with respect to the input, `[count, width]`
 * @returns probability for each unit of the input
 * @throws RangeError that names the argument
 */
export function meanSlope(
  logProbabilities: ArrayLike<number>,
  gradients: readonly ArrayLike<number>[],
  width: number,
): number {
  const classes = gradients.length;
  expectInteger('width', width, 1);
  const count = expectInteger(`logProbabilities.length / ${classes} (points)`, logProbabilities.length / classes, 1);
  const squares = new Float64Array(count);
  gradients.forEach((gradient, k) => {
    expectFinite('gradients', expectLength('gradients', gradient, count * width));
    for (let n = 0; n < count; n += 1) {
      const probability = exp(logProbabilities[n * classes + k] as number);
      for (let at = n * width; at < (n + 1) * width; at += 1)
        squares[n] = (squares[n] as number) + square(probability * (gradient[at] as number));
    }
  });
  return squares.reduce((sum, one) => sum + Math.sqrt(one), 0) / count;
}

/**
 * The mean Euclidean norm of gradients, one for each point (Fig. 2b of the paper: of the loss for the inputs).
 *
 * @param gradients `[count, width]` row by row
 * @throws RangeError that names the argument
 */
export function meanNorm(gradients: ArrayLike<number>, width: number): number {
  expectInteger('width', width, 1);
  const count = expectInteger(`gradients.length / ${width} (points)`, gradients.length / width, 1);
  expectFinite('gradients', gradients);
  let sum = 0;
  for (let n = 0; n < count; n += 1) {
    let squares = 0;
    for (let k = n * width; k < (n + 1) * width; k += 1) squares += square(gradients[k] as number);
    sum += Math.sqrt(squares);
  }
  return sum / count;
}
