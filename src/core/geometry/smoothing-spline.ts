import { square, wholePower } from '../elementary/whole-power.ts';
import { expectFinite, expectLength, expectNumber } from '../expect.ts';
import { solvePositiveDefinite } from './solve-positive-definite.ts';

/** A natural cubic spline: cubic between neighboring knots, straight outside them, without kinks or jumps in its bending. */
export interface CubicSpline {
  /** Ascending. */
  readonly knots: readonly number[];
  /** Its value at each knot. */
  readonly heights: readonly number[];
  /** Its second derivative at each knot; 0 at the first and the last. */
  readonly curvatures: readonly number[];
}

/**
 * The function f that makes `mean (f(knot) - value)² + stiffness · ∫ f''²` smallest. It is always a natural cubic spline
 * (C. H. Reinsch, Numerische Mathematik 10, 177, 1967, doi 10.1007/BF02162161).
 *
 * @param knots at least three ascending numbers
 * @param values one number for each knot
 * @param stiffness from 0, where f passes through every value, to Infinity, where it is the straight line of least squares;
 *   in units of the knots to the third power
 * @throws RangeError that names the argument
 */
export function smoothingSpline(knots: readonly number[], values: readonly number[], stiffness: number): CubicSpline {
  expectKnots(knots);
  expectFinite('values', expectLength('values', values, knots.length, 'numbers, one for each knot'));
  if (stiffness !== Infinity) expectNumber('stiffness', stiffness, 0);
  const differences = secondDifferences(knots);
  const bends = differences.map((row) => product(row, values));
  // With an infinite stiffness what stays finite is the curvature times the stiffness.
  const weight = stiffness === Infinity ? 1 : knots.length * stiffness;
  const gram = bendingGram(knots);
  const system = differences.map((row, i) =>
    differences.map(
      (other, j) => weight * product(row, other) + (stiffness === Infinity ? 0 : (gram[i]?.[j] as number)),
    ),
  );
  const solution = solvePositiveDefinite(system, bends);
  const heights = values.map(
    (value, i) => value - weight * solution.reduce((sum, one, j) => sum + one * (differences[j]?.[i] as number), 0),
  );
  return { knots, heights, curvatures: [0, ...solution.map((one) => (stiffness === Infinity ? 0 : one)), 0] };
}

/** The natural cubic spline through given heights. Arguments as in {@link smoothingSpline}. */
export function naturalSpline(knots: readonly number[], heights: readonly number[]): CubicSpline {
  return smoothingSpline(knots, heights, 0);
}

/** The value of a spline at any place. */
export function splineAt({ knots, heights, curvatures }: CubicSpline, x: number): number {
  const last = knots.length - 1;
  const inside = Math.min(knots[last] as number, Math.max(knots[0] as number, x));
  const right = Math.max(
    1,
    knots.findIndex((knot) => knot >= inside),
  );
  const [a, b] = [knots[right - 1] as number, knots[right] as number];
  const [low, high] = [heights[right - 1] as number, heights[right] as number];
  const [bendLow, bendHigh] = [curvatures[right - 1] as number, curvatures[right] as number];
  const width = b - a;
  const [toA, toB] = [(inside - a) / width, (b - inside) / width];
  const value =
    toB * low +
    toA * high +
    ((wholePower(toB, 3) - toB) * bendLow + (wholePower(toA, 3) - toA) * bendHigh) * (square(width) / 6);
  if (x === inside) return value;
  const slope =
    (high - low) / width + (((1 - 3 * square(toB)) * bendLow + (3 * square(toA) - 1) * bendHigh) * width) / 6;
  return value + slope * (x - inside);
}

/** One row for each inner knot: the weights of the heights in the jump of the slopes there. */
function secondDifferences(knots: readonly number[]): number[][] {
  return knots.slice(1, -1).map((knot, k) => {
    const row = new Array<number>(knots.length).fill(0);
    const [left, right] = [1 / (knot - (knots[k] as number)), 1 / ((knots[k + 2] as number) - knot)];
    row.splice(k, 3, left, -left - right, right);
    return row;
  });
}

/** The matrix that turns curvatures at inner knots into jumps of slopes; also the integral of f'' squared as a form. */
function bendingGram(knots: readonly number[]): number[][] {
  const widths = knots.slice(1).map((knot, i) => knot - (knots[i] as number));
  return widths.slice(1).map((width, i) =>
    widths.slice(1).map((other, j) => {
      if (i === j) return ((widths[i] as number) + width) / 3;
      return Math.abs(i - j) === 1 ? (Math.min(i, j) === i ? width / 6 : other / 6) : 0;
    }),
  );
}

const product = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

function expectKnots(knots: readonly number[]): void {
  expectFinite('knots', knots);
  if (knots.length < 3) throw new RangeError(`knots: expected at least 3, got ${knots.length}.`);
  knots.forEach((knot, i) => {
    if (i > 0 && !(knot > (knots[i - 1] as number)))
      throw new RangeError(`knots: expected ascending numbers, got ${knot} after ${knots[i - 1]}.`);
  });
}
