import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOrder, sortedRows } from '../../../../src/islands/kit/paper/sort-rows.ts';

const itself = (row: string): string => row;

test('numbers are sorted by size, whatever their length', () => {
  expect(sortedRows(['10.3', '9.8', '-1', '100'], itself, 'ascending')).toEqual(['-1', '9.8', '10.3', '100']);
  expect(sortedRows(['10.3', '9.8', '100'], itself, 'descending')).toEqual(['100', '10.3', '9.8']);
});

test('words are sorted as words, with the numbers in them by size', () => {
  expect(sortedRows(['VGG-11', 'ResNet-101', 'ResNet-50'], itself, 'ascending')).toEqual([
    'ResNet-50',
    'ResNet-101',
    'VGG-11',
  ]);
});

test('rows without a value come last, up or down', () => {
  expect(sortedRows(['2', '', '1'], itself, 'ascending')).toEqual(['1', '2', '']);
  expect(sortedRows(['2', '', '1'], itself, 'descending')).toEqual(['2', '1', '']);
});

test('equal rows keep their order, and no order is the order in which they came', () => {
  const rows = [
    { name: 'a', error: '2' },
    { name: 'b', error: '1' },
    { name: 'c', error: '2' },
  ];
  const names = (order: Parameters<typeof sortedRows>[2]) =>
    sortedRows(rows, ({ error }) => error, order).map(({ name }) => name);
  expect(names('ascending')).toEqual(['b', 'a', 'c']);
  expect(names('descending')).toEqual(['a', 'c', 'b']);
  expect(names(null)).toEqual(['a', 'b', 'c']);
});

test('no row is lost or made', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (rows) => {
      expect(sortedRows(rows, itself, 'descending').toSorted()).toEqual(rows.toSorted());
    }),
  );
});

test('three clicks lead back to the order of the paper', () => {
  expect(nextOrder(null)).toBe('ascending');
  expect(nextOrder('ascending')).toBe('descending');
  expect(nextOrder('descending')).toBeNull();
});
