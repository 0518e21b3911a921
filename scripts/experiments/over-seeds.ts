import { square } from '../../src/core/elementary/whole-power.ts';
import { meanInterval, pairedDifference } from '../../src/core/statistics/interval.ts';
import type { Json } from './experiment.ts';

/** Digits kept in results: more than any reader needs, fewer than the last bits of a sum. */
const decimals = 6;

export function rounded(value: number): number {
  return Number(value.toFixed(decimals));
}

/** One value for each seed, with their mean and the half width of its 95 % interval. */
export function overSeeds(values: readonly number[]): { readonly [key: string]: Json } {
  const { mean, halfWidth } = meanInterval(values);
  return { values: values.map(rounded), mean: rounded(mean), halfWidth: rounded(halfWidth) };
}

/**
 * Number of the seed whose values are nearest their means, all measures together, in units of how much seeds differ: the one
 * to show where one has to stand for all.
 *
 * @param measures of each one value for each seed
 */
export function mostTypical(...measures: readonly (readonly number[])[]): number {
  const distances = (measures[0] ?? []).map((_, s) =>
    measures.reduce((sum, values) => {
      const mean = values.reduce((total, value) => total + value, 0) / values.length;
      const variance = values.reduce((total, value) => total + square(value - mean), 0) / values.length;
      return sum + square((values[s] as number) - mean) / variance;
    }, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

/** The mean of `values - baseline`, paired by seed, and the half width of its 95 % interval. */
export function againstBaseline(
  baseline: readonly number[],
  values: readonly number[],
): { readonly [key: string]: Json } {
  const { mean, halfWidth } = pairedDifference(baseline, values);
  return { mean: rounded(mean), halfWidth: rounded(halfWidth) };
}
