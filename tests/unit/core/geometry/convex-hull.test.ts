import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { convexHull, isInHull, type Point2 } from '../../../../src/core/geometry/convex-hull.ts';

vi.setConfig({ testTimeout: 60_000 });

// Small whole coordinates: areas are exact, and lines and equal points come up often.
const point = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
const points = fc.array(point, { minLength: 1, maxLength: 8 });

const area = (a: Point2, b: Point2, c: Point2) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Whether p lies in the triangle a, b, c, which may be a segment or a single point. */
function inTriangle(a: Point2, b: Point2, c: Point2, p: Point2): boolean {
  const turns = [area(a, b, p), area(b, c, p), area(c, a, p)];
  const inBox = ([0, 1] as const).every(
    (k) => p[k] >= Math.min(a[k], b[k], c[k]) && p[k] <= Math.max(a[k], b[k], c[k]),
  );
  return inBox && (turns.every((turn) => turn >= 0) || turns.every((turn) => turn <= 0));
}

/** By Carathéodory's theorem a point is in a hull exactly if it is in a triangle of three of the points. */
const inSomeTriangle = (all: readonly Point2[], p: Point2) =>
  all.some((a) => all.some((b) => all.some((c) => inTriangle(a, b, c, p))));

describe('convexHull', () => {
  test('a square with a point inside and one on an edge has four corners, counterclockwise', () => {
    expect(convexHull([[2, 2], [0, 0], [2, 0], [1, 1], [0, 2], [1, 0]])).toEqual([[0, 0], [2, 0], [2, 2], [0, 2]]); // prettier-ignore
  });

  test('of points on a line, of two and of one', () => {
    expect(convexHull([[1, 1], [0, 0], [2, 2]])).toEqual([[0, 0], [2, 2]]); // prettier-ignore
    expect(convexHull([[3, 1], [3, 1]])).toEqual([[3, 1]]); // prettier-ignore
  });

  test('its corners are the points that no triangle of the others holds', () => {
    fc.assert(
      fc.property(points, (given) => {
        const distinct = [...new Map(given.map((one) => [one.join(), one])).values()];
        const corners = distinct.filter(
          (one) =>
            !inSomeTriangle(
              distinct.filter((other) => other !== one),
              one,
            ),
        );
        expect(convexHull(given).map(String).sort()).toEqual(corners.map(String).sort());
      }),
      { numRuns: 500 },
    );
  });

  test('refuses what is no place', () => {
    expect(() => convexHull([[0, NaN]])).toThrow('points: expected finite numbers, got NaN at index 1.');
  });
});

describe('isInHull', () => {
  test('agrees with looking into every triangle', () => {
    fc.assert(
      fc.property(points, point, (given, one) => {
        expect(isInHull(convexHull(given), one, 1e-9)).toBe(inSomeTriangle(given, one));
      }),
      { numRuns: 1000 },
    );
  });
});
