import { alphaRange, betaCumulative, betaDensity } from './beta.ts';
import { expectNumber } from '../expect.ts';

/** A pair is barely mixed if the weaker of the two examples gets less than this share of the blend. */
const barelyMixed = 0.1;

/** How strongly pairs are mixed at one alpha. */
export interface MixingStrength {
  /** Standard deviation of lambda. */
  readonly deviation: number;
  /** Mean share of the weaker example, min(lambda, 1 - lambda), from 0 to 1/2. */
  readonly meanWeaker: number;
  /** Probability that the weaker example gets less than {@link barelyMixed}. */
  readonly barely: number;
  /** Probability that both examples get at least a quarter. */
  readonly evenly: number;
}

/**
 * How strongly mixup mixes when lambda comes from Beta(alpha, alpha) (Sec. 2 of the paper; the figures are not in it).
 *
 * @param alpha from 0.001 to 1000, or 0 for ERM, where lambda is always 1
 * @throws RangeError that names the argument
 */
export function mixingStrength(alpha: number): MixingStrength {
  if (alpha === 0) return { deviation: 0, meanWeaker: 0, barely: 1, evenly: 0 };
  expectNumber('alpha (when not 0)', alpha, ...alphaRange);
  return {
    deviation: Math.sqrt(1 / (4 * (2 * alpha + 1))),
    // The mean of |lambda - 1/2| is 4^-alpha / (alpha B(alpha, alpha)), and the density at 1/2 is 4 alpha times as high.
    meanWeaker: Math.max(0, 0.5 - betaDensity(0.5, alpha) / (4 * alpha)),
    barely: 2 * betaCumulative(barelyMixed, alpha),
    evenly: 1 - 2 * betaCumulative(0.25, alpha),
  };
}

/** Whether a pair with this weight is barely mixed (see {@link barelyMixed}). */
export function isBarelyMixed(lambda: number): boolean {
  return Math.min(lambda, 1 - lambda) < barelyMixed;
}
