import { beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../../src/data/read-data.ts';
import type { DataSet } from '../../../src/core/data/data-set.ts';
import type { TrainingEnsemble } from '../../../src/engine/engine.ts';
import { createBreathe } from '../../../src/engine/run/page-turns.ts';
import type { StudyPart } from '../../../src/studies/study.ts';
import { tabularData } from '../../../src/studies/tabular-data.ts';
import { expectSome } from '../../expect-some.ts';

let iris: DataSet;
let part: StudyPart<'testError' | 'testLoss'>;
beforeAll(async () => {
  iris = await readTable('iris');
  [part] = tabularData(iris, { name: 'iris', alpha: 1 }).parts([3, 4]) as [typeof part];
});

/** Training inputs of one member, one array for each column. */
function columnsOf(member: number): number[][] {
  const rows = Array.from(part.ensemble.members[member]?.rows ?? []);
  return [0, 1, 2, 3].map((column) => rows.map((row) => part.ensemble.inputs[row * 4 + column] as number));
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a study on a table', () => {
  test('lasts ten passes through the training rows', () => {
    // 120 of 150 rows in mini-batches of 16: 7.5 steps for each pass.
    expect(tabularData(iris, { name: 'iris', alpha: 1 }).steps).toBe(75);
  });

  test('standardizes every column on the training rows of each split', () => {
    for (const member of [0, 2]) {
      for (const column of columnsOf(member)) {
        expect(column).toHaveLength(120);
        expect(mean(column)).toBeCloseTo(0, 5);
        expect(mean(column.map((value) => value ** 2))).toBeCloseTo(1, 4);
      }
    }
  });

  test('gives both methods of a seed the same rows, and seeds their own', () => {
    const [erm, mixup, other] = part.ensemble.members;
    expect(part.trials.map(({ condition, seed }) => `${condition.name}, ${seed}`).slice(0, 3)).toEqual([
      'iris erm, 3',
      'iris mixup, 3',
      'iris erm, 4',
    ]);
    expect(mixup?.rows).toBe(erm?.rows);
    expect(Array.from(other?.rows ?? [], (row) => row - 150)).not.toEqual(Array.from(erm?.rows ?? []));
    expect(erm?.labels.subarray(0, 150)).toEqual(iris.labels);
  });

  test('trains the splits of a large table in parts, so that what is asked of them at once fits into 16 MB', async () => {
    const abalone = await readTable('abalone');
    const parts = tabularData(abalone, { name: 'abalone', alpha: 1 }).parts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const seeds = parts.map(({ trials }) => trials.filter(({ condition }) => condition.name.endsWith('erm')));
    expect(seeds.flat().map(({ seed }) => seed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const { trials } of expectSome(parts, 'parts'))
      // Half of the members are seeds, each with 835 test rows of 28 classes.
      expect(trials.length * (trials.length / 2) * 835 * 28 * 4).toBeLessThanOrEqual(16e6);
    expect(tabularData(iris, { name: 'iris', alpha: 1 }).parts(Array.from({ length: 32 }, (_, n) => n))).toHaveLength(
      1,
    );
  });

  test('judges each network on the 30 test rows of its own split', async () => {
    // Each network says "setosa" of the test rows of its own seed, for certain, so that its error is the share of other
    // flowers among them, and "versicolor" of those of the other seed.
    const says = (member: number, row: number): number => (Math.floor(row / 30) === Math.floor(member / 2) ? 0 : 1);
    const logs = Float32Array.from({ length: 4 * 60 * 3 }, (_, k) =>
      k % 3 === says(Math.floor(k / 180), Math.floor(k / 3) % 60) ? 0 : -9,
    );
    const training = { evaluate: () => Promise.resolve(logs) } as unknown as TrainingEnsemble;
    const measured = await part.measure(training, createBreathe());
    for (const [m, { testError, testLoss }] of expectSome(measured, 'networks').entries()) {
      const first = m < 2 ? 0 : 150;
      const trained = new Set(Array.from(part.ensemble.members[m]?.rows ?? [], (row) => row - first));
      const others = Array.from(iris.labels.keys()).filter((row) => !trained.has(row) && iris.labels[row] !== 0);
      expect(testError).toBeCloseTo(others.length / 30, 6);
      expect(testLoss).toBeCloseTo((9 * others.length) / 30, 5);
    }
  });
});
