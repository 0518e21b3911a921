import { betaCumulative, betaDensity } from '../../core/random/beta.ts';
import type { LinePoint } from './line-series.ts';
import { figureWords } from '../../words/figure-words.ts';
import { percent, ungrouped } from '../../words/number-words.ts';
import { fill } from '../../words/words.ts';

/** How much of the range at each end counts as "near an end" in words. */
const nearEnd = 0.05;

/**
 * The density of Beta(alpha, alpha) at places that follow its shape: closer together towards both ends, where it rises
 * without bound for alpha below 1, and around the peak that a large alpha has in the middle.
 *
 * @param alpha as `betaDensity` takes it, above 0
 * @param cut the height at which the curve is cut off
 * @returns points of x rising from 0 to 1; `low` is 0 and `high` the height, for the area below
 */
export function betaCurve(alpha: number, cut: number): LinePoint[] {
  const count = 121;
  return Array.from({ length: count }, (_, i) => {
    const x = place((2 * i) / (count - 1) - 1, alpha);
    const y = Math.min(cut, betaDensity(x, alpha));
    return { x, y, low: 0, high: y };
  });
}

/**
 * The height of the axis for a density: 3, doubled until the peak of a density with alpha of 1 or more fits.
 * Doubling keeps neighboring alphas comparable; below 1 the ends are infinite and are cut.
 */
export function betaCeiling(alpha: number): number {
  let ceiling = 3;
  while (alpha >= 1 && betaDensity(0.5, alpha) > ceiling) ceiling *= 2;
  return ceiling;
}

/** What a reader should know that the clipped curve cannot show. */
export function betaNote(alpha: number): string {
  if (alpha === 0) return figureWords.nothingMixed;
  const share = Math.round(200 * betaCumulative(nearEnd, alpha));
  const near = { share: percent(share), end: ungrouped(nearEnd) };
  return fill(alpha < 1 ? figureWords.nearEndsRising : figureWords.nearEnds, near);
}

/** Maps t in [-1, 1] to x in [0, 1]: through tanh for a small alpha (dense ends), cubed for a large one (dense middle). */
function place(t: number, alpha: number): number {
  if (alpha < 2) return 0.5 + Math.tanh(3.5 * t) / (2 * Math.tanh(3.5));
  return 0.5 + t ** 3 / 2;
}
