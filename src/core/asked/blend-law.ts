import { expectNumber } from '../expect.ts';
import { alphaRange, betaCumulative } from '../random/beta.ts';
import { incompleteBeta } from '../random/incomplete-beta.ts';

/** Stretches that the way from 0 to 1 is divided into; a power of two, so that their ends are exact. */
export const lawStretches = 1024;

/** How much of lambda lies below a number t, and what it comes to there, at each `k / lawStretches`. */
interface BlendLaw {
  /** The probability that lambda <= t, `[lawStretches + 1]`. */
  readonly shares: Float64Array;
  /** The mean of lambda where it is <= t and of 0 where it is not, `[lawStretches + 1]`; 1/2 at t = 1. */
  readonly means: Float64Array;
}

/**
 * The law of mixup's lambda, Beta(alpha, alpha), as two running integrals: of the density p(s), and of s p(s), which is half
 * the distribution function of Beta(alpha + 1, alpha), because s p(s) is half that density.
 *
 * Both are tabulated at every 1024th, and are to be joined by straight lines. That is the exact law of a lambda that is moved by
 * less than a 1024th, which no cell of a plane tells from the true one.
 *
 * @param alpha from 0.001 to 1000, or 0 for ERM: then lambda is 0 or 1, each as often
 * @throws RangeError that names the argument
 */
export function createBlendLaw(alpha: number): BlendLaw {
  const shares = new Float64Array(lawStretches + 1);
  const means = new Float64Array(lawStretches + 1);
  if (alpha === 0) shares.fill(0.5, 1, lawStretches);
  else {
    expectNumber('alpha (when not 0)', alpha, ...alphaRange);
    for (let k = 1; k <= lawStretches / 2; k += 1) {
      const t = k / lawStretches;
      const share = betaCumulative(t, alpha);
      const mean = incompleteBeta(t, alpha + 1, alpha) / 2;
      shares[k] = share;
      means[k] = mean;
      // The law is symmetric: what lies above 1 - t lies below t, turned round.
      shares[lawStretches - k] = 1 - share;
      means[lawStretches - k] = 0.5 - share + mean;
    }
  }
  shares[lawStretches] = 1;
  means[lawStretches] = 0.5;
  return { shares, means };
}
