import { expectFinite, expectNumber } from '../expect.ts';

/** What weights are allowed: each from `least` to `greatest`, and adding up to `sum` if one is given. */
export interface WeightBounds {
  readonly least: number;
  readonly greatest: number;
  readonly sum?: number;
}

/** Halvings of an interval after which doubles do not change any more. */
const halvings = 64;

/**
 * The allowed weights that are nearest to the given ones, in Euclidean distance. With a sum they are the given ones
 * shifted by one common number and clipped, which is what the Karush-Kuhn-Tucker conditions ask for (Duchi et al. 2008,
 * doi 10.1145/1390156.1390191, for the simplex); the shift is found by bisection.
 *
 * @param values any finite numbers, at least one
 * @throws RangeError if no weights within the bounds have that sum
 */
export function nearestWeights(values: readonly number[], { least, greatest, sum }: WeightBounds): number[] {
  expectFinite('values', values);
  const clipped = (shift: number): number[] =>
    values.map((value) => Math.min(greatest, Math.max(least, value + shift)) + 0);
  if (sum === undefined) return clipped(0);
  expectNumber('sum', sum, values.length * least, values.length * greatest);
  let low = least - Math.max(...values);
  let high = greatest - Math.min(...values);
  for (let n = 0; n < halvings; n += 1) {
    const middle = (low + high) / 2;
    if (total(clipped(middle)) < sum) low = middle;
    else high = middle;
  }
  return clipped((low + high) / 2);
}

/**
 * The weights rounded to whole parts of `1 / partsPerUnit` so that their sum is the rounded sum of the given ones: all
 * are rounded down, and those with the largest remainders get what is missing.
 */
export function roundedWeights(values: readonly number[], partsPerUnit: number): number[] {
  const parts = values.map((value) => value * partsPerUnit);
  // A whole number that arrives as 29.999999999999996 is whole.
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  const missing = Math.round(total(parts)) - total(whole);
  const byRemainder = Array.from(parts.keys()).sort((i, j) => remainder(j) - remainder(i));
  for (const i of byRemainder.slice(0, missing)) whole[i] = (whole[i] as number) + 1;
  return whole.map((part) => part / partsPerUnit + 0);

  function remainder(i: number): number {
    return (parts[i] as number) - (whole[i] as number);
  }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
