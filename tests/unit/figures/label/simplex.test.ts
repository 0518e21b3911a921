import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  lambdaAt,
  mixedShares,
  placeOfShares,
  sharesAt,
  simplexTiles,
  triangleHeight,
  type Shares,
} from '../../../../src/figures/label/simplex.ts';
import { expectSome } from '../../../expect-some.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Labels in whole percents. */
const labels = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]): Shares => [Math.min(a, b) / 100, Math.abs(a - b) / 100, (100 - Math.max(a, b)) / 100]);

describe('places of labels', () => {
  test('corners are one-hot, the center of mass is a third of each', () => {
    expect(placeOfShares([1, 0, 0])).toEqual({ x: 0, y: 0 });
    expect(placeOfShares([0, 0, 1])).toEqual({ x: 0.5, y: triangleHeight });
    const middle = placeOfShares([1 / 3, 1 / 3, 1 / 3]);
    expect(middle.x).toBeCloseTo(0.5, 12);
    expect(middle.y).toBeCloseTo(triangleHeight / 3, 12);
  });

  test('a share is the distance from the opposite edge, as part of the height', () => {
    fc.assert(
      fc.property(labels, ([a, b, c]) => {
        const { x, y } = placeOfShares([a, b, c]);
        expect(y / triangleHeight).toBeCloseTo(c, 9);
        // The edge from dog to rabbit runs from (1, 0) to (1/2, h).
        expect((triangleHeight * (1 - x) - y / 2) / triangleHeight).toBeCloseTo(a, 9);
      }),
    );
  });

  test('from label to place and back changes nothing', () => {
    fc.assert(
      fc.property(labels, (shares) => {
        expect(sharesAt(placeOfShares(shares))).toEqual([...shares]);
      }),
    );
  });
});

describe('mixtures of labels', () => {
  test('three quarters of a mixture and one quarter of a rabbit, by hand', () => {
    mixedShares([0.6, 0.4, 0], [0, 0, 1], 0.75).forEach((share, i) =>
      expect(share).toBeCloseTo([0.45, 0.3, 0.25][i] ?? NaN, 12),
    );
  });

  test('the weight is found again from the place', () => {
    fc.assert(
      fc.property(labels, labels, fc.integer({ min: 0, max: 100 }), (first, second, percent) => {
        const [p, q] = [placeOfShares(first), placeOfShares(second)];
        fc.pre(Math.hypot(p.x - q.x, p.y - q.y) > 0.05);
        const place = placeOfShares(mixedShares(first, second, percent / 100));
        expect(lambdaAt(first, second, 0.5, place)).toBeCloseTo(percent / 100, 9);
      }),
    );
  });
});

test('tiles fill the triangle: as many as the square of a side, all of one area, each around its own label', () => {
  const tiles = simplexTiles(10);
  expect(tiles).toHaveLength(100);
  for (const { corners, middle } of expectSome(tiles, 'tiles')) {
    const [a, b, c] = corners;
    const area = Math.abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
    expect(area).toBeCloseTo(triangleHeight / 2 / 100, 12);
    const { x } = placeOfShares(middle);
    expect(x).toBeCloseTo((a.x + b.x + c.x) / 3, 12);
    for (const share of middle) expect(share).toBeGreaterThan(0);
  }
  expect(new Set(tiles.map(({ middle }) => middle.map((share) => share.toFixed(6)).join())).size).toBe(100);
});
