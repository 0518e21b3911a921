import { expect, test } from 'vitest';
import { turningEpsilon } from '../../../../src/islands/attack-digit/turning-epsilon.ts';

const from = (least: number) => (epsilon: number) => Promise.resolve(epsilon >= least);

test.each([
  [0.05, 0.1],
  [2.3, 2.3],
  [2.31, 2.4],
  [5, 5],
  [29.97, 30],
])('an answer that turns from %d percent on is said to turn at %d percent', async (least, told) => {
  expect(await turningEpsilon(from(least))).toBe(told);
});

test('an answer that nothing turns has no such change', async () => {
  expect(await turningEpsilon(from(30.1))).toBeUndefined();
});
