import { describe, expect, test } from 'vitest';
import { integrate } from '../../../../src/core/random/integrate.ts';
import {
  naturalSpline,
  smoothingSpline,
  splineAt,
  type CubicSpline,
} from '../../../../src/core/geometry/smoothing-spline.ts';
import { solvePositiveDefinite } from '../../../../src/core/geometry/solve-positive-definite.ts';
import fixture from '../../../fixtures/splines.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

const expectAt = (spline: CubicSpline, places: readonly number[], values: readonly number[]) =>
  places.forEach((x, i) => expect(splineAt(spline, x)).toBeCloseTo(values[i] as number, 8));

describe.each(expectSome(fixture.cases, 'cases'))(
  'a spline over $knots.length knots',
  ({ knots, values, at, natural, smoothed, line }) => {
    test('through every value is the natural spline of SciPy', () => {
      expectAt(naturalSpline(knots, values), at, natural);
      expectAt(naturalSpline(knots, values), knots, values);
    });

    test.each(expectSome(smoothed, 'splines'))(
      'of stiffness $stiffness is the smoothing spline of SciPy',
      ({ stiffness, values: expected }) => {
        expectAt(smoothingSpline(knots, values, stiffness), at, expected);
      },
    );

    test('of infinite stiffness is the line of least squares', () => {
      expectAt(smoothingSpline(knots, values, Infinity), at, line);
      expectAt(smoothingSpline(knots, values, 1e12), at, line);
    });

    test('goes on straight beyond its ends, with the slope it has there', () => {
      const spline = naturalSpline(knots, values);
      for (const [end, away] of [
        [knots[0] as number, -1],
        [knots.at(-1) as number, 1],
      ] as const) {
        const slope = (splineAt(spline, end) - splineAt(spline, end - 1e-6 * away)) / (1e-6 * away);
        expect(splineAt(spline, end + 3 * away)).toBeCloseTo(splineAt(spline, end) + 3 * away * slope, 3);
      }
    });

    test('stays the same when one of its own points becomes a knot', () => {
      const spline = naturalSpline(knots, values);
      const middle = ((knots[1] as number) + (knots[2] as number)) / 2;
      const more = [...knots, middle].sort((a, b) => a - b);
      const finer = naturalSpline(
        more,
        more.map((x) => splineAt(spline, x)),
      );
      expectAt(finer, at, natural);
    });
  },
);

test('bad knots and values are refused by name', () => {
  expect(() => naturalSpline([0, 1], [0, 1])).toThrow('knots: expected at least 3');
  expect(() => naturalSpline([0, 2, 1], [0, 1, 2])).toThrow('knots: expected ascending numbers, got 1 after 2');
  expect(() => naturalSpline([0, 1, 2], [0, 1])).toThrow('values: expected 3');
  expect(() => smoothingSpline([0, 1, 2], [0, 1, 2], -1)).toThrow('stiffness');
  expect(() => smoothingSpline([0, 1, 2], [0, NaN, 2], 1)).toThrow('values');
});

test('a positive definite system is solved, an indefinite one refused', () => {
  const matrix = [
    [4, 1, 0.5],
    [1, 3, -1],
    [0.5, -1, 2],
  ];
  const solution = [1, -2, 3];
  const right = matrix.map((row) => row.reduce((sum, value, i) => sum + value * (solution[i] as number), 0));
  solvePositiveDefinite(matrix, right).forEach((value, i) => expect(value).toBeCloseTo(solution[i] as number, 12));
  expect(() =>
    solvePositiveDefinite(
      [
        [1, 2],
        [2, 1],
      ],
      [1, 1],
    ),
  ).toThrow('matrix: expected a positive definite one');
});

test('quadrature is exact for polynomials of degree nine, piece by piece', () => {
  expect(integrate((x) => x ** 9 - 3 * x ** 4, [0, 2])).toBeCloseTo(2 ** 10 / 10 - (3 * 2 ** 5) / 5, 10);
  expect(integrate(Math.abs, [-1, 0, 3])).toBeCloseTo(5, 12);
});
