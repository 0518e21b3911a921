import { expect, test } from 'vitest';
import { conditionsOn } from '../../../src/studies/studied-pictures.ts';
import { corruptedConditions, summarizeCorrupted } from '../../../src/studies/corrupted-labels.ts';
import { digitsMeasures, type DigitsMeasure } from '../../../src/studies/digits-study.ts';
import {
  conditionNamed,
  namesOf,
  type Condition,
  type Measures,
  type TrialResult,
} from '../../../src/studies/study.ts';

/** A network whose test error and whose error on wrong labels are measured at steps 100, 200, ... */
function trial(
  condition: Condition,
  seed: number,
  ...measured: [error: number, onWrong: number][]
): TrialResult<DigitsMeasure> {
  const none = Object.fromEntries(digitsMeasures.map((name) => [name, 0])) as Measures<DigitsMeasure>;
  return {
    trial: { condition, seed },
    curve: measured.map(([testError, errorOnCorrupted], n) => ({
      step: 100 * (n + 1),
      measures: { ...none, testError, errorOnCorrupted },
    })),
  };
}

const half = corruptedConditions([0.5], ['erm', 'dropout']);
const [erm, dropout] = ['erm 50', 'dropout 50'].map((name) => conditionNamed(half, name)) as [Condition, Condition];
const results = [
  trial(erm, 1, [0.4, 0.9], [0.2, 0.8], [0.5, 0.1]),
  trial(erm, 2, [0.3, 0.7], [0.4, 0.6], [0.6, 0.2]),
  trial(dropout, 1, [0.4, 0.9], [0.3, 0.9], [0.35, 0.8]),
  trial(dropout, 2, [0.4, 0.9], [0.3, 0.9], [0.35, 0.8]),
];

test('early stopping stands behind ERM as a method of its own: each of its networks as it was where it erred least', () => {
  const summaries = summarizeCorrupted(namesOf([erm, dropout]), digitsMeasures, results);
  expect(summaries.map(({ condition }) => condition)).toEqual(['erm 50', 'stopped-early 50', 'dropout 50']);
  const [trained, stopped] = summaries;
  expect(trained?.measures.testError.last.values).toEqual([0.5, 0.6]);
  expect(stopped?.measures.testError.last.values).toEqual([0.2, 0.3]);
  // What else was measured of it is of that moment too, and not the best of all moments.
  expect(stopped?.measures.errorOnCorrupted.last.values).toEqual([0.8, 0.7]);
});

test('it follows ERM until each seed stops, and changes no more', () => {
  const [, stopped] = summarizeCorrupted(namesOf([erm]), digitsMeasures, results);
  const means = stopped?.measures.testError.curve.map(({ step, mean }) => [step, Number(mean.toFixed(3))]);
  // The second seed stops at once, the first one at the second measurement.
  expect(means).toEqual([
    [100, 0.35],
    [200, 0.25],
    [300, 0.25],
  ]);
});

test('on clothes it has a name of its own, as all that is measured of them', () => {
  const onClothes = conditionNamed(conditionsOn('clothes', half), 'clothes erm 50');
  const summaries = summarizeCorrupted(namesOf([onClothes]), digitsMeasures, [trial(onClothes, 1, [0.5, 0.5])]);
  expect(summaries.map(({ condition }) => condition)).toEqual(['clothes erm 50', 'clothes stopped-early 50']);
});
