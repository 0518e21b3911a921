import type { DataSet } from '../data/data-set.ts';
import { expectIndices, expectLength, expectNumber, expectWithin } from '../expect.ts';
import type { Batch } from './reference.ts';

/**
 * mixup itself (Sec. 2 of the paper), for a batch of pairs of examples: `x~ = lambda x_i + (1 - lambda) x_j` and the same for
 * the one-hot labels.
 *
 * @param examples the training examples
 * @param first row numbers i, `[count]`
 * @param second row numbers j, `[count]`
 * @param lambdas weights of i, each from 0 to 1, `[count]`
 * @param labelSmoothing epsilon: every mixed label becomes (1 - epsilon) label + epsilon / classes; 0 to 1
 * @returns inputs `[count, width]` and soft labels `[count, classes]`, ready for `lossAndGradient`
 * @throws RangeError that names the argument
 */
export function mixBatch(
  { inputs, labels, classes, width }: DataSet,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  lambdas: ArrayLike<number>,
  labelSmoothing = 0,
): Batch {
  const count = first.length;
  expectIndices('first', first, labels.length);
  expectIndices('second', expectLength('second', second, count, 'rows, as many as `first` has'), labels.length);
  expectWithin('lambdas', expectLength('lambdas', lambdas, count, 'weights, as many as `first` has'), 0, 1);
  expectNumber('labelSmoothing', labelSmoothing, 0, 1);
  const mixedInputs = new Float64Array(count * width);
  const mixedLabels = new Float64Array(count * classes).fill(labelSmoothing / classes);
  for (let n = 0; n < count; n += 1) {
    const i = first[n] as number;
    const j = second[n] as number;
    const lambda = lambdas[n] as number;
    for (let k = 0; k < width; k += 1) {
      mixedInputs[n * width + k] =
        lambda * (inputs[i * width + k] as number) + (1 - lambda) * (inputs[j * width + k] as number);
    }
    (mixedLabels[n * classes + (labels[i] as number)] as number) += (1 - labelSmoothing) * lambda;
    (mixedLabels[n * classes + (labels[j] as number)] as number) += (1 - labelSmoothing) * (1 - lambda);
  }
  return { inputs: mixedInputs, labels: mixedLabels, count };
}
