import { describe, expect, test } from 'vitest';
import { splitRows } from '../../../src/core/data/split-rows.ts';
import type { BakedStudy } from '../../../src/studies/baked-study.ts';
import { packHits } from '../../../src/studies/hits.ts';
import { missesByExample } from '../../../src/studies/misses-by-example.ts';

const [rows, trainingRows, testRows] = [20, 9, 7];
const seeds = [1, 2, 5];

/** Networks that never read some examples, whatever their seed. */
const misreading = (condition: string, unread: readonly number[]) => ({
  condition,
  diverged: 0,
  measures: {},
  hits: seeds.map((seed) =>
    packHits(Array.from(splitRows(rows, trainingRows, seed, testRows).test, (row) => Number(!unread.includes(row)))),
  ),
});
const study: BakedStudy<never> = {
  seeds,
  steps: [1],
  testRows,
  conditions: [
    misreading('one', [3, 11]),
    misreading('other', [11, 4]),
    { condition: 'none kept', diverged: 0, measures: {} },
  ],
};
const asked = Array.from(
  { length: rows },
  (_, row) => seeds.filter((seed) => splitRows(rows, trainingRows, seed, testRows).test.includes(row)).length,
);

describe('the misses of each example', () => {
  test('are found under whichever seeds tested it', () => {
    const { sums, counts } = missesByExample(study, { rows, trainingRows }, 'one');
    expect(Array.from(counts)).toEqual(asked);
    expect(Array.from(sums)).toEqual(asked.map((times, row) => ([3, 11].includes(row) ? times : 0)));
  });

  test('are subtracted answer by answer', () => {
    const { sums } = missesByExample(study, { rows, trainingRows }, 'one', 'other');
    expect(Array.from(sums)).toEqual(asked.map((times, row) => (row === 3 ? times : row === 4 ? 0 - times : 0)));
  });

  test('are not made up where none were kept', () => {
    expect(() => missesByExample(study, { rows, trainingRows }, 'none kept')).toThrow(
      '"none kept": expected results that keep hits',
    );
  });
});
