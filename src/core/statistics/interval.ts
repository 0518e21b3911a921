import { square } from '../elementary/whole-power.ts';
import { expectFinite, expectInteger, expectLength, expectNumber } from '../expect.ts';
import { incompleteBeta } from '../random/incomplete-beta.ts';

/** A mean over seeds and how sure one can be of it. */
export interface Interval {
  readonly mean: number;
  /** The 95 % interval is mean - halfWidth to mean + halfWidth; Infinity for a single seed, which tells nothing of spread. */
  readonly halfWidth: number;
  /** How many seeds. */
  readonly count: number;
}

/**
 * The mean of one value for each seed with Student's t 95 % confidence interval (Student 1908, doi 10.1093/biomet/6.1.1).
 *
 * @param values one for each seed, at least one
 * @throws RangeError that names the argument
 */
export function meanInterval(values: ArrayLike<number>): Interval {
  expectInteger('values.length', values.length, 1);
  const seeds = Float64Array.from(expectFinite('values', values));
  const count = seeds.length;
  const mean = seeds.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, halfWidth: Infinity, count };
  const variance = seeds.reduce((sum, value) => sum + square(value - mean), 0) / (count - 1);
  return { mean, halfWidth: quantileOf95(count - 1) * Math.sqrt(variance / count), count };
}

/** Known already, by degrees of freedom: live charts ask for the same few many times a second. */
const quantiles = new Map<number, number>();

function quantileOf95(degreesOfFreedom: number): number {
  const quantile = quantiles.get(degreesOfFreedom) ?? studentQuantile(0.975, degreesOfFreedom);
  quantiles.set(degreesOfFreedom, quantile);
  return quantile;
}

/**
 * The mean difference `second - first` of two methods with its 95 % interval, paired by seed: what both methods owe to a
 * seed (its data, initial weights, order of examples) cancels.
 *
 * @param first one value for each seed
 * @param second values of the other method for the same seeds in the same order
 * @throws RangeError that names the argument
 */
export function pairedDifference(first: ArrayLike<number>, second: ArrayLike<number>): Interval {
  expectLength('second', second, first.length, 'values, as many as `first` has');
  return meanInterval(
    Float64Array.from({ length: first.length }, (_, k) => (second[k] as number) - (first[k] as number)),
  );
}

/**
 * The t below which Student's distribution has the given probability, by bisection of its distribution function.
 *
 * @param probability 0.5 to 0.9999
 * @param degreesOfFreedom 1 to 1e6
 * @returns t, relative error below 1e-9
 * @throws RangeError that names the argument
 */
export function studentQuantile(probability: number, degreesOfFreedom: number): number {
  expectNumber('probability', probability, 0.5, 0.9999);
  expectInteger('degreesOfFreedom', degreesOfFreedom, 1, 1e6);
  // DLMF 8.17 with the substitution x = v / (v + t^2): P(|T| > t) = I_x(v / 2, 1 / 2).
  const below = (t: number): number =>
    1 - incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5) / 2;
  let low = 0;
  let high = 1;
  while (below(high) < probability) high *= 2;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
