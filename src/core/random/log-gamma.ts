import { log } from '../elementary/logarithm.ts';
import { expectNumber } from '../expect.ts';

/** From here on the truncated series below is exact to float64. */
const seriesFrom = 10;

/** B(2k) / (2k (2k - 1)) for k = 1, 2, ..., where B are the Bernoulli numbers. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * The natural logarithm of the gamma function, by Stirling's series (NIST Digital Library of Mathematical Functions,
 * 5.11.1) after shifting small arguments up by gamma(z + 1) = z gamma(z).
 *
 * @param z positive
 * @returns log gamma(z); absolute error below 1e-14 for z up to 10, relative error below 1e-15 above
 * @throws RangeError if z is not a positive finite number
 */
export function logGamma(z: number): number {
  expectNumber('z', z, Number.MIN_VALUE);
  let product = 1;
  let shifted = z;
  for (; shifted < seriesFrom; shifted += 1) product *= shifted;
  const inverseSquare = 1 / (shifted * shifted);
  const correction = stirling.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / shifted;
  return (shifted - 0.5) * log(shifted) - shifted + 0.5 * log(2 * Math.PI) + correction - log(product);
}
