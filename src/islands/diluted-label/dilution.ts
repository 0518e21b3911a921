import { betaCumulative } from '../../core/random/beta.ts';
import { betaQuantileCount, betaQuantiles } from '../../core/random/beta-quantiles.ts';
import { createRandom, randomInteger } from '../../core/random/random.ts';

/** One blend of the wrongly labeled example. */
interface Dilution {
  /** Which partner it met. */
  readonly partner: number;
  /** What the wrong label keeps of the blend's, from 0 to 1. */
  readonly share: number;
}

/**
 * Blends one example with each of some partners, its weight drawn from Beta(alpha, alpha) as training draws it. Under one seed
 * another alpha draws from the same places of the distribution, so that the order stays.
 *
 * @param alpha from 0.001 to 1000
 * @returns the blends, the one that keeps most first
 */
export function dilute(alpha: number, seed: number, partners: number): Dilution[] {
  const quantiles = betaQuantiles(alpha);
  const random = createRandom(seed, 'dilution');
  const places = Array.from({ length: partners }, (_, partner) => ({
    partner,
    place: randomInteger(random, betaQuantileCount),
  }));
  return places
    .sort((one, other) => other.place - one.place)
    .map(({ partner, place }) => ({ partner, share: quantiles[place] as number }));
}

/** From this share on a label is as good as alone. */
export const aloneFrom = 0.9;

/** The share of all blends in which a label keeps {@link aloneFrom} or more. */
export const aloneShare = (alpha: number): number => 1 - betaCumulative(aloneFrom, alpha);
