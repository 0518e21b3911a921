import { expect, test } from 'vitest';
import { halfInks, weightAt } from '../../../../src/islands/blend-on-segment/half-inks.ts';

test('ink is counted in the upper and in the lower half, in percent', () => {
  // Two rows of two: one pixel of the upper row is full, both of the lower one are half.
  expect(halfInks([1, 0, 0.5, 0.5])).toEqual({ x: 50, y: 50 });
  expect(halfInks([1, 1, 0, 0])).toEqual({ x: 100, y: 0 });
});

test('the point of a blend is the blend of the points', () => {
  const [i, j] = [
    [1, 0.2, 0, 0.4],
    [0, 0.6, 0.8, 1],
  ] as const;
  const blend = halfInks(i.map((ink, k) => 0.3 * ink + 0.7 * (j[k] as number)));
  const [from, to] = [halfInks(i), halfInks(j)];
  expect(blend.x).toBeCloseTo(0.3 * from.x + 0.7 * to.x, 12);
  expect(blend.y).toBeCloseTo(0.3 * from.y + 0.7 * to.y, 12);
});

test('a place beside the segment has the weight of its foot on it, and beyond its ends that of the end', () => {
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  expect(weightAt({ x: 4, y: 3 }, from, to)).toBeCloseTo(0.6, 12);
  expect(weightAt({ x: -5, y: 1 }, from, to)).toBe(1);
  expect(weightAt({ x: 50, y: 1 }, from, to)).toBe(0);
  expect(weightAt({ x: 3, y: 3 }, from, from)).toBe(1);
});
