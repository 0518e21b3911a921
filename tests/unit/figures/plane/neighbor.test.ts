import { expect, test } from 'vitest';
import { neighborToward } from '../../../../src/figures/plane/neighbor.ts';

const places = [
  { x: 0, y: 0 },
  { x: 3, y: 0 },
  { x: 1, y: 0.5 },
  { x: 0, y: -2 },
];

test('an arrow leads to the nearest place on its side', () => {
  expect(neighborToward(places, 0, { x: 0.05, y: 0 })).toBe(2);
  expect(neighborToward(places, 0, { x: 0, y: -0.05 })).toBe(3);
  expect(neighborToward(places, 2, { x: 0.05, y: 0 })).toBe(1);
});

test('where no place lies that way it stays', () => {
  expect(neighborToward(places, 0, { x: -1, y: 0 })).toBe(0);
  expect(neighborToward([{ x: 1, y: 1 }], 0, { x: 1, y: 0 })).toBe(0);
});
