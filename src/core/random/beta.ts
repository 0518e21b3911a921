import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { expectNumber } from '../expect.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logGamma } from './log-gamma.ts';
import { randomNormal, type Random } from './random.ts';

/** The strengths of mixing that the density and the distribution function cover; the sampler also takes 0 (ERM). */
export const alphaRange = [0.001, 1000] as const;

/**
 * The density of mixup's lambda, Beta(alpha, alpha) (Sec. 2 of the paper), at x.
 *
 * @param x from 0 to 1; at 0 and 1 the density is Infinity for alpha < 1, 1 for alpha = 1 and 0 for alpha > 1
 * @param alpha from 0.001 to 1000; 0 has no density, because lambda is then always 1
 * @returns density for each unit of lambda, relative error below 1e-10
 * @throws RangeError that names the argument
 */
export function betaDensity(x: number, alpha: number): number {
  expectNumber('x', x, 0, 1);
  expectNumber('alpha', alpha, ...alphaRange);
  if (alpha === 1) return 1;
  const nearer = Math.min(x, 1 - x);
  if (nearer === 0) return alpha < 1 ? Infinity : 0;
  // By the duplication formula of gamma (DLMF 5.5.5) the density is (4x(1 - x))^(alpha - 1) 2 gamma(alpha + 1/2) / (sqrt(pi) gamma(alpha)):
  // every factor stays near 1 around the mean, where x^(alpha - 1) alone would underflow.
  const fromMean = 1 - 2 * nearer;
  const logBase = nearer < 0.25 ? log(4 * nearer) + log1p(-nearer) : log1p(-(fromMean * fromMean));
  const logPeak = log(2) + logGamma(alpha + 0.5) - logGamma(alpha) - 0.5 * log(Math.PI);
  return exp((alpha - 1) * logBase + logPeak);
}

/**
 * The distribution function of Beta(alpha, alpha): the probability that lambda <= x.
 *
 * @param x from 0 to 1
 * @param alpha from 0.001 to 1000
 * @returns a probability, relative error below 1e-10
 * @throws RangeError that names the argument
 */
export function betaCumulative(x: number, alpha: number): number {
  expectNumber('alpha', alpha, ...alphaRange);
  return incompleteBeta(x, alpha, alpha);
}

/**
 * Draws lambda from Beta(alpha, alpha) as G1 / (G1 + G2) of two gamma numbers, kept as logarithms: for small alpha
 * both underflow to zero otherwise, and 0 / 0 is no lambda.
 *
 * @param alpha from 0.001 to 1000, or 0 for ERM
 * @param random uniform numbers in [0, 1)
 * @returns lambda in [0, 1], never NaN; 1 if alpha is 0 (nothing is drawn then)
 * @throws RangeError that names the argument
 */
export function sampleBeta(alpha: number, random: Random): number {
  if (alpha === 0) return 1;
  expectNumber('alpha (when not 0)', alpha, ...alphaRange);
  const first = sampleLogGamma(alpha, random);
  const second = sampleLogGamma(alpha, random);
  return 1 / (1 + exp(second - first));
}

/**
 * The logarithm of a number drawn from Gamma(shape, 1): Marsaglia and Tsang, "A simple method for generating gamma
 * variables", ACM TOMS 26, 363, 2000, doi 10.1145/358407.358414. Shapes below 1 are reached from shape + 1 by the
 * factor u^(1 / shape) of the same paper.
 */
function sampleLogGamma(shape: number, random: Random): number {
  if (shape < 1) return sampleLogGamma(shape + 1, random) + logUniform(random) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = randomNormal(random);
    const base = 1 + c * normal;
    const logU = logUniform(random);
    const v = base * base * base;
    if (v > 0 && logU <= (normal * normal) / 2 + d * (1 - v + log(v))) return log(d * v);
  }
}

/** The logarithm of a uniform number in (0, 1]. */
function logUniform(random: Random): number {
  const u = random();
  if (!(u >= 0 && u < 1)) throw new RangeError(`random: expected numbers in [0, 1), got ${u}.`);
  return log(1 - u);
}
