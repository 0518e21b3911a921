import { amount, errorOf, share, sum, named, type Answer, type Expected } from './recomputation.ts';

/*
 * How sure answers are, and how sure they should be, written for reading.
 */

const bins = 15;

/** The same answers at another temperature: logits divided by it. */
export const atTemperature = (answers: readonly Answer[], temperature: number): Answer[] =>
  answers.map(({ logs, right }) => {
    const powers = logs.map((log) => Math.exp((log - Math.max(...logs)) / temperature));
    return { right, logs: powers.map((power) => Math.log(power / sum(powers))) };
  });

export const meanLoss = (answers: readonly Answer[]): number =>
  sum(answers.map(({ logs, right }) => -(logs[right] ?? NaN))) / answers.length;

/** The temperature of least loss, by narrowing a range in which the loss first falls and then rises. */
export function slowTemperature(answers: readonly Answer[]): number {
  let [low, high] = [Math.log(0.01), Math.log(100)];
  for (let round = 0; round < 45; round += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    const lossAt = (logarithm: number): number => meanLoss(atTemperature(answers, Math.exp(logarithm)));
    if (lossAt(left) < lossAt(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

const certaintyOf = ({ logs }: Answer): number => Math.exp(Math.max(...logs));

/** Mean probability of the class that is named. */
export const confidenceOf = (answers: readonly Answer[]): number => sum(answers.map(certaintyOf)) / answers.length;

const binned = (answers: readonly Answer[]): Answer[][] =>
  Array.from({ length: bins }, (_, b) =>
    answers.filter((one) => certaintyOf(one) > b / bins && certaintyOf(one) <= (b + 1) / bins),
  );

/** Guo and others' error of calibration: in each of 15 bins of certainty, how far it is from how often the answers are right. */
export function slowCalibration(answers: readonly Answer[]): Expected {
  const apart = binned(answers).map((bin) =>
    Math.abs(sum(bin.map((one) => Number(named(one.logs) === one.right) - certaintyOf(one)))),
  );
  return share(sum(apart), answers.length);
}

/** What that error is on average where each answer is right as often as it is sure: over all numbers of right ones, each with its chance. */
export function slowFloor(answers: readonly Answer[]): Expected {
  const apart = binned(answers).map((bin) => {
    let chances = [1];
    for (const one of bin) {
      const certainty = certaintyOf(one);
      chances = Array.from(
        { length: chances.length + 1 },
        (_, k) => (chances[k] ?? 0) * (1 - certainty) + (chances[k - 1] ?? 0) * certainty,
      );
    }
    const expected = sum(bin.map(certaintyOf));
    return sum(chances.map((chance, right) => chance * Math.abs(right - expected)));
  });
  return share(sum(apart), answers.length);
}

/** What all studies of how sure networks are have of answers. */
export const slowCertainty = (answers: readonly Answer[]) => ({
  testError: errorOf(answers),
  testLoss: amount(meanLoss(answers)),
  calibrationError: slowCalibration(answers),
});
