import { describe, expect, test } from 'vitest';
import type { DataSet } from '../../../src/core/data/data-set.ts';
import { ermPolicy } from '../../../src/core/training/policy.ts';
import type { Condition } from '../../../src/studies/study.ts';
import { createTrainingSets, type ChooseTrainingSet, type TrialData } from '../../../src/studies/training-set.ts';

/** Forty rows of four classes, in turn. */
const data: DataSet = {
  inputs: new Float32Array(80),
  labels: Uint8Array.from({ length: 40 }, (_, row) => row % 4),
  classes: 4,
  width: 2,
};

function setsOf(conditions: readonly Partial<Condition>[], choose?: ChooseTrainingSet, seed = 3): TrialData[] {
  const dataOf = createTrainingSets(data, { trainingRows: 24, testRows: 10 }, choose);
  return conditions.map((one, n) => dataOf({ condition: { name: `condition ${n}`, policy: ermPolicy, ...one }, seed }));
}

const ofClass = ({ rows }: TrialData, label: number): number => rows.filter((row) => row % 4 === label).length;

describe('what networks train on', () => {
  test('is one array of rows and one of labels for all conditions of a seed that say the same', () => {
    const [a, b, half, halfAgain] = setsOf([{}, {}, { trainingRows: 12 }, { trainingRows: 12 }]);
    expect(a?.rows).toBe(b?.rows);
    expect(a?.labels).toBe(b?.labels);
    expect(half?.rows).toBe(halfAgain?.rows);
    expect([a, half].map((one) => one?.rows.length)).toEqual([24, 12]);
  });

  test('are the first of a seed’s training rows where a condition asks for fewer; the test rows stay', () => {
    const [all, few] = setsOf([{}, { trainingRows: 5 }]) as [TrialData, TrialData];
    expect(Array.from(few.rows)).toEqual(Array.from(all.rows.subarray(0, 5)));
    expect(few.test).toBe(all.test);
    expect(few.test.some((row) => all.rows.includes(row))).toBe(false);
  });

  test('has of each class the share that a condition asks for', () => {
    const [all, uneven] = setsOf([{}, { classShares: [1, 0.5, 0, 0.25] }]) as [TrialData, TrialData];
    expect([0, 1, 2, 3].map((label) => ofClass(uneven, label))).toEqual([
      ofClass(all, 0),
      Math.round(ofClass(all, 1) / 2),
      0,
      Math.round(ofClass(all, 3) / 4),
    ]);
    // In the order of all rows, so that a larger share only adds some.
    expect(Array.from(uneven.rows)).toEqual(Array.from(all.rows.filter((row) => uneven.rows.includes(row))));
  });

  test('has wrong labels among its own rows alone', () => {
    const [few] = setsOf([{ trainingRows: 10, redrawn: 1 }]) as [TrialData];
    const wrong = Array.from(data.labels.keys()).filter((row) => few.labels[row] !== data.labels[row]);
    expect(wrong.length).toBeGreaterThan(3);
    expect(wrong.every((row) => few.rows.includes(row))).toBe(true);
  });

  test('is what the study chooses for a network, from what it would have', () => {
    const choose: ChooseTrainingSet = ({ condition, seed }, { rows, labels }) =>
      condition.name === 'condition 1'
        ? { rows: rows.subarray(seed), labels: labels.map((label, row) => (row === rows[seed] ? 3 - label : label)) }
        : { rows, labels };
    const [usual, own] = setsOf([{}, {}], choose) as [TrialData, TrialData];
    expect(Array.from(own.rows)).toEqual(Array.from(usual.rows.subarray(3)));
    const changed = Array.from(data.labels.keys()).filter((row) => own.labels[row] !== data.labels[row]);
    expect(changed).toEqual([usual.rows[3]]);
  });

  test('is refused where there are no such rows, or where it has test rows', () => {
    expect(() => setsOf([{ trainingRows: 25 }])).toThrow(
      'trainingRows of "condition 0": expected a whole number from 1 to 24, got 25.',
    );
    expect(() => setsOf([{ classShares: [1, 1] }])).toThrow(
      'classShares of "condition 0": expected 4 shares, one for each class, got 2.',
    );
    expect(() => setsOf([{ classShares: [1, 1, 1, 2] }])).toThrow('expected numbers from 0 to 1, got 2 at index 3.');
    const all: ChooseTrainingSet = (_, { labels }) => ({ rows: Uint32Array.from(labels.keys()), labels });
    expect(() => setsOf([{}], all)).toThrow('condition 0: expected training rows that are no test rows, got');
  });
});
