import { expect, test } from 'vitest';
import { nearestIndex, placeAt } from '../../../../src/figures/plane/plot-place.ts';

const edges = { left: 100, top: 50, width: 400, height: 200 };
const extent = { x: [-2, 2], y: [0, 1] } as const;

test('placeAt turns a screen position into a place, y up, in thousandths', () => {
  expect(placeAt(100, 250, edges, extent)).toEqual({ x: -2, y: 0 });
  expect(placeAt(300, 100, edges, extent)).toEqual({ x: 0, y: 0.75 });
  expect(placeAt(233.3, 50, edges, extent)).toEqual({ x: -0.667, y: 1 });
});

test('placeAt stays inside the extent', () => {
  expect(placeAt(-900, 9000, edges, extent)).toEqual({ x: -2, y: 0 });
});

test('nearestIndex finds the nearest place', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 3, y: 4 },
    { x: 3, y: 3 },
  ];
  expect(nearestIndex(places, { x: 2.9, y: 3.6 })).toBe(1);
  expect(nearestIndex([], { x: 0, y: 0 })).toBe(-1);
});
