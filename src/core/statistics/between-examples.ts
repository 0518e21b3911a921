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
