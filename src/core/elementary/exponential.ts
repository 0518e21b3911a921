import { powerOfTwo } from './float-bits.ts';

/*
 * Exponentials from + - * / alone, so that every machine computes the same bits: browsers' own differ in the last one.
 * `x = n log 2 + r` with |r| <= log(2) / 2, and Taylor's series of exp(r), whose 14th term is below half a unit in the last place.
 */

/** log 2 in two parts; the first has so few bits that its product with n is exact. */
export const log2Upper = 0.6931471803691238;
export const log2Lower = 1.9082149292705877e-10;

/** 1 / k! for k = 2, 3, ..., 14. */
const inverseFactorials: readonly number[] = (() => {
  let factorial = 1;
  return Array.from({ length: 13 }, (_, i) => 1 / (factorial *= i + 2));
})();

/** n and exp(r) - 1 of the largest part of {@link exp}. */
function reduce(x: number): { readonly n: number; readonly rest: number } {
  const n = Math.round(x / Math.LN2);
  const upper = x - n * log2Upper;
  const lower = n * log2Lower;
  const r = upper - lower;
  const lost = upper - r - lower;
  let sum = 0;
  for (let k = inverseFactorials.length - 1; k >= 0; k -= 1) sum = sum * r + (inverseFactorials[k] as number);
  return { n, rest: r + (r * r * sum + lost) };
}

/**
 * e to the power x.
 *
 * @returns within 1 unit in the last place of what is true; 0 and Infinity where float64 ends
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const { n, rest } = reduce(x);
  // Two factors, because 2^1024 and the smallest numbers are beyond what one can hold.
  const half = Math.trunc(n / 2);
  return (1 + rest) * powerOfTwo(half) * powerOfTwo(n - half);
}

/**
 * The hyperbolic tangent.
 *
 * @returns within 3 units in the last place of what is true, from -1 to 1
 */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) return Math.sign(x);
  const { n, rest } = reduce(2 * size);
  const scale = powerOfTwo(n);
  // exp(2 |x|) - 1, without the loss of digits near 0.
  const grown = scale * rest + (scale - 1);
  const value = grown / (grown + 2);
  return x < 0 ? -value : value;
}
