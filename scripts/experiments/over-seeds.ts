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

/** The mean of `values - baseline`, paired by seed, and the half width of its 95 % interval. */
export function againstBaseline(
  baseline: readonly number[],
  values: readonly number[],
): { readonly [key: string]: Json } {
  const { mean, halfWidth } = pairedDifference(baseline, values);
  return { mean: rounded(mean), halfWidth: rounded(halfWidth) };
}
