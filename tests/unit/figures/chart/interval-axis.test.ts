import { expect, test } from 'vitest';
import { intervalDomain, type IntervalGroup } from '../../../../src/figures/chart/interval-rows.ts';

const rowsOf = (
  ...cells: readonly { mean: number; halfWidth?: number; values: readonly number[] }[]
): IntervalGroup[] => [
  { rows: cells.map((cell, n) => ({ key: String(n), label: String(n), method: 'erm', cells: [cell] })) },
];

test('an axis holds every interval and every seed, and ends at a round number', () => {
  expect(intervalDomain(rowsOf({ mean: 2.6, halfWidth: 0.3, values: [1.7, 3.9] }), 0)).toEqual([0, 4]);
  expect(intervalDomain(rowsOf({ mean: 2.6, halfWidth: 4.9, values: [1.7, 3.9] }), 0)).toEqual([0, 8]);
});

test('an axis of nothing but zeros runs to one, so that its ticks stay readable', () => {
  expect(intervalDomain(rowsOf({ mean: 0, halfWidth: 0, values: [0, 0] }, { mean: 0, values: [0] }), 0)).toEqual([
    0, 1,
  ]);
});
