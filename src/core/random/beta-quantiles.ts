import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { expectNumber } from '../expect.ts';
import { alphaRange, betaCumulative, betaDensity } from './beta.ts';
import { logGamma } from './log-gamma.ts';

/** How many random bits choose a lambda. */
export const betaQuantileBits = 12;

/** How many values lambda is drawn from at one alpha. */
export const betaQuantileCount = 2 ** betaQuantileBits;

/** Below this logit, x is so small that the first term of the distribution function's series is all of it. */
const seriesLogit = -40;

/**
 * The table that lambda is drawn from: the quantiles of Beta(alpha, alpha) at (k + 1/2) / 4096, float32, ascending. All are
 * equally likely, and entry 4095 - k is 1 minus entry k. A table rather than a sampler, so that graphics processors draw
 * the same lambdas. `docs/engines.md` says how far its distribution is from Beta's.
 *
 * Where alpha < 1/2, many entries are exactly 1, because 1 - lambda is below float32's precision.
 *
 * @param alpha from 0.001 to 1000, or 0 for ERM, where lambda is always 1
 * @throws RangeError that names the argument
 */
export function betaQuantiles(alpha: number): Float32Array {
  const table = new Float32Array(betaQuantileCount).fill(1);
  if (alpha === 0) return table;
  expectNumber('alpha (when not 0)', alpha, ...alphaRange);
  const logLead = log(alpha) + 2 * logGamma(alpha) - logGamma(2 * alpha);
  let logit = -Infinity;
  let rise = 0;
  for (let k = 0; k < betaQuantileCount / 2; k += 1) {
    const probability = (k + 0.5) / betaQuantileCount;
    const series = (log(probability) + logLead) / alpha;
    if (series < seriesLogit) {
      table[k] = exp(series);
    } else {
      // The last quantile and the slope there come close to the next one; the first has no other before it.
      const guess = logit === -Infinity ? series : logit + rise / betaQuantileCount;
      ({ logit, rise } = solveLogit(probability, alpha, Math.min(guess, 0)));
      table[k] = 1 / (1 + exp(-logit));
    }
    table[betaQuantileCount - 1 - k] = 1 - (table[k] as number);
  }
  return table;
}

/**
 * The logit log(x / (1 - x)) at which the distribution function F is `probability` (at most 1/2), by Newton's method on
 * log F. That is concave in the logit, because the logit's density is log-concave for every alpha, so the method converges
 * from wherever it starts.
 *
 * @returns the logit, and how fast it rises with the probability there
 */
function solveLogit(probability: number, alpha: number, guess: number): { logit: number; rise: number } {
  let logit = guess;
  for (;;) {
    const x = 1 / (1 + exp(-logit));
    const cumulative = betaCumulative(x, alpha);
    const slope = betaDensity(x, alpha) * x * (1 - x);
    const move = (log(probability / cumulative) * cumulative) / slope;
    logit = Math.min(0, logit + move);
    // The next move would be about the square of this one, far below what float32 holds.
    if (Math.abs(move) < 1e-5) return { logit, rise: 1 / slope };
  }
}
