import { expectInteger } from '../expect.ts';

/**
 * The middle value: half of all lie at or below it, half at or above. Between the two in the middle their mean.
 *
 * @param values at least one; infinite ones are allowed, and whatever is not a number makes the median none
 * @throws RangeError if there is no value
 */
export function median(values: ArrayLike<number>): number {
  expectInteger('values.length', values.length, 1);
  const sorted = Float64Array.from(values).sort();
  const last = sorted.at(-1) as number;
  // Sorting puts what is not a number last.
  if (Number.isNaN(last)) return NaN;
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}
