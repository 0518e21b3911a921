import { expectIndices, expectLength } from '../expect.ts';
import { expectLogProbabilities, predictedClass } from './log-probabilities.ts';

/**
 * The share of rows whose most probable class is not their label.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param labels `[count]`
 * @returns 0 to 1
 * @throws RangeError that names the argument
 */
export function errorRate(logProbabilities: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  const count = expectLogProbabilities(logProbabilities, labels, classes);
  let wrong = 0;
  for (let n = 0; n < count; n += 1) if (predictedClass(logProbabilities, n, classes) !== labels[n]) wrong += 1;
  return wrong / count;
}

/**
 * The mean of -log p(label), in nats: the cross-entropy of hard labels.
 *
 * @param logProbabilities natural logarithms, `[count, classes]`
 * @param labels `[count]`
 * @returns at least 0 but for rounding; Infinity if a label has probability 0
 * @throws RangeError that names the argument
 */
export function negativeLogLikelihood(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  const count = expectLogProbabilities(logProbabilities, labels, classes);
  let sum = 0;
  for (let n = 0; n < count; n += 1) sum -= logProbabilities[n * classes + (labels[n] as number)] as number;
  return sum / count;
}

/** Error on training rows whose label is right and on those whose label is wrong; NaN where there are no such rows. */
interface TrainingErrors {
  readonly onReal: number;
  /** How often the *wrong* label was not learned: high is good. */
  readonly onCorrupted: number;
}

/**
 * Training error on real and on corrupted labels (Table 2 of the paper): the share of rows whose predicted class is not their
 * training label, for each kind of row apart.
 *
 * @param logProbabilities of the training rows, natural logarithms, `[count, classes]`
 * @param labels training labels, wrong ones included, `[count]`
 * @param corrupted 1 where the training label is wrong, else 0, `[count]`
 * @throws RangeError that names the argument
 */
export function trainingErrors(
  logProbabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  corrupted: ArrayLike<number>,
  classes: number,
): TrainingErrors {
  const count = expectLogProbabilities(logProbabilities, labels, classes);
  expectIndices('corrupted', expectLength('corrupted', corrupted, count, 'marks, one for each label'), 2);
  const wrong: [number, number] = [0, 0];
  const rows: [number, number] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    const kind = corrupted[n] === 1 ? 1 : 0;
    rows[kind] += 1;
    if (predictedClass(logProbabilities, n, classes) !== labels[n]) wrong[kind] += 1;
  }
  return { onReal: wrong[0] / rows[0], onCorrupted: wrong[1] / rows[1] };
}
