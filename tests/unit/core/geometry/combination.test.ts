import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { combinationKind, combine, weightsToward } from '../../../../src/core/geometry/combination.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('combine', () => {
  test('60 % of one point and 40 % of another, by hand', () => {
    const [x, y] = combine([[3, 6], [10, 9]], [0.6, 0.4]); // prettier-ignore
    expect(x).toBeCloseTo(5.8, 12);
    expect(y).toBeCloseTo(7.2, 12);
  });

  test('wants one weight for each point', () => {
    expect(() => combine([[1], [2]], [1])).toThrow('weights: expected 2 weights, one for each point, got 1.');
  });
});

test('combinationKind names the strictest kind', () => {
  expect(combinationKind([0.1, 0.2, 0.7])).toBe('convex');
  expect(combinationKind([1, 0])).toBe('convex');
  expect(combinationKind([1.5, -0.5])).toBe('affine');
  expect(combinationKind([0.6, 0.6])).toBe('conical');
  expect(combinationKind([0.6, -0.6])).toBe('linear');
});

describe('weightsToward', () => {
  const convex = { least: 0, greatest: 1, sum: 1 };
  const triangle = [[3, 6], [10, 9], [4, 13]]; // prettier-ignore

  test('finds the areal coordinates of a point in a triangle', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (first, second) => {
        const u = Math.min(first, second);
        const v = Math.max(first, second) - u;
        const expected = [u, v, 1 - u - v];
        const found = weightsToward(triangle, [1, 0, 0], combine(triangle, expected), convex);
        found.forEach((weight, i) => expect(weight).toBeCloseTo(expected[i] ?? NaN, 3));
      }),
    );
  });

  test('finds them to a percent in a triangle twenty times as long as high', () => {
    const thin = [[0, 0], [10, 0], [5, 0.5]]; // prettier-ignore
    const found = weightsToward(thin, [1, 0, 0], combine(thin, [0.2, 0.3, 0.5]), convex);
    found.forEach((weight, i) => expect(Math.abs(weight - ([0.2, 0.3, 0.5][i] ?? NaN))).toBeLessThan(0.005));
  });

  test('from outside a segment it goes to the nearest point of it', () => {
    const segment = [[0, 0], [10, 0]]; // prettier-ignore
    expect(weightsToward(segment, [1, 0], [4, 7], convex)[1]).toBeCloseTo(0.4, 6);
    expect(weightsToward(segment, [1, 0], [15, 3], convex)[1]).toBeCloseTo(1, 6);
  });

  test('negative weights reach what lies beyond', () => {
    const segment = [[0, 0], [10, 0]]; // prettier-ignore
    const [first, second] = weightsToward(segment, [1, 0], [15, 3], { least: -1, greatest: 2, sum: 1 });
    expect(first).toBeCloseTo(-0.5, 6);
    expect(second).toBeCloseTo(1.5, 6);
  });

  test('with no sum it solves for both coordinates', () => {
    // (6, 6) = 0.5 (4, 0) + 0.75 (16/3, 8)
    const found = weightsToward([[4, 0], [16 / 3, 8]], [0, 0], [6, 6], { least: -1, greatest: 2 }); // prettier-ignore
    expect(found[0]).toBeCloseTo(0.5, 5);
    expect(found[1]).toBeCloseTo(0.75, 5);
  });

  test('leaves the weights alone where the mixture is right already, though others would do', () => {
    const square = [[0, 0], [1, 0], [1, 1], [0, 1]]; // prettier-ignore
    const start = [0.4, 0.1, 0.4, 0.1];
    weightsToward(square, start, [0.5, 0.5], convex).forEach((weight, i) =>
      expect(weight).toBeCloseTo(start[i] ?? NaN, 9),
    );
  });

  test('points that all coincide keep their weights', () => {
    expect(weightsToward([[2, 2], [2, 2]], [0.3, 0.7], [9, 9], convex)[0]).toBeCloseTo(0.3, 9); // prettier-ignore
  });
});
