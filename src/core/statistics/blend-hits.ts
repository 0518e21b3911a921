import { expectLength, expectWithin } from '../expect.ts';
import { expectLogProbabilities, predictedClass } from './log-probabilities.ts';

/** Shares of blends, from 0 to 1. */
interface BlendHits {
  /** Mean of the weights of those labels of a blend that are the predicted class. */
  readonly weighted: number;
  /** Share of blends whose predicted class is a label that weighs at least one half. */
  readonly stronger: number;
  /** The most that `weighted` can be: the mean weight of the stronger label. */
  readonly best: number;
}

/**
 * Counts how often the predicted class of a blend is a label of it.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param first labels of the first examples, `[count]`
 * @param second labels of the second examples, `[count]`
 * @param lambdas weights of the first, from 0 to 1, `[count]`
 * @throws RangeError that names the argument
 */
export function blendHits(
  logProbabilities: ArrayLike<number>,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  lambdas: ArrayLike<number>,
  classes: number,
): BlendHits {
  const count = expectLogProbabilities(logProbabilities, first, classes);
  expectLength('second', second, count, 'labels, as many as `first` has');
  expectWithin('lambdas', expectLength('lambdas', lambdas, count, 'weights, as many as `first` has'), 0, 1);
  let [weighted, stronger, best] = [0, 0, 0];
  for (let n = 0; n < count; n += 1) {
    const [i, j, lambda] = [first[n], second[n], lambdas[n] as number];
    const named = predictedClass(logProbabilities, n, classes);
    const own = (named === i ? lambda : 0) + (named === j ? 1 - lambda : 0);
    weighted += own;
    best += i === j ? 1 : Math.max(lambda, 1 - lambda);
    if (own >= 0.5) stronger += 1;
  }
  return { weighted: weighted / count, stronger: stronger / count, best: best / count };
}
