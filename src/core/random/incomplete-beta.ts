import { exp } from '../elementary/exponential.ts';
import { log, log1p } from '../elementary/logarithm.ts';
import { expectNumber } from '../expect.ts';
import { logGamma } from './log-gamma.ts';

/**
 * The regularized incomplete beta function I_x(a, b): the distribution function of Beta(a, b) at x.
 *
 * By the continued fraction of the NIST Digital Library of Mathematical Functions, 8.17.22, on the side of the mean where
 * it converges fast, and the symmetry I_x(a, b) = 1 - I_{1-x}(b, a) on the other.
 *
 * @param x from 0 to 1
 * @param a from 0.001 to 1e6
 * @param b from 0.001 to 1e6
 * @returns a probability from 0 to 1
 * @throws RangeError that names the argument
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  expectNumber('x', x, 0, 1);
  expectNumber('a', a, 0.001, 1e6);
  expectNumber('b', b, 0.001, 1e6);
  return x <= (a + 1) / (a + b + 2) ? lowerSide(x, a, b) : 1 - lowerSide(1 - x, b, a);
}

function lowerSide(x: number, a: number, b: number): number {
  if (x === 0) return 0;
  const logScale = a * log(x) + b * log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b);
  return (exp(logScale) / a) * continuedFraction(x, a, b);
}

/**
 * 1 / (1 + d1 / (1 + d2 / (1 + ...))) by Lentz's algorithm (Applied Optics 15, 668, 1976, doi 10.1364/AO.15.000668) as
 * modified by Thompson and Barnett (Journal of Computational Physics 64, 490, 1986, doi 10.1016/0021-9991(86)90046-X).
 */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let value = 1;
  let c = 1;
  let d = 0;
  // The number of terms needed grows with the square root of the larger parameter: about 3,000 at 1e6.
  for (let k = 1; k < 100_000; k += 1) {
    const m = Math.floor(k / 2);
    const numerator =
      k % 2 === 0
        ? (m * (b - m) * x) / ((a + k - 1) * (a + k))
        : (-(a + m) * (a + b + m) * x) / ((a + k - 1) * (a + k));
    d = 1 / awayFromZero(1 + numerator * d);
    c = awayFromZero(1 + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 / value;
}
