import { expectNumber } from '../../core/expect.ts';

/** How strongly a surface is tinted where both classes are equally likely, and where one of them is certain, in percent. */
const faintest = 8;
const strongest = 42;

/**
 * The color of a label: class A's color, class B's color, or their mixture in OKLab.
 *
 * @param p probability (or weight) of class B, in [0, 1]
 * @returns a CSS color made of the custom properties `--class-a` and `--class-b`
 */
export function labelColor(p: number): string {
  const share = percent(expectNumber('p', p, 0, 1));
  if (share === 0) return 'var(--class-a)';
  if (share === 100) return 'var(--class-b)';
  return `color-mix(in oklab,var(--class-b) ${share}%,var(--class-a))`;
}

/**
 * The color of an area in which a network predicts class B with probability p: the label's color, thinned with paper.
 * An undecided area is closest to the paper and a certain one furthest from it, so that certainty also reads without hue.
 *
 * @param p probability of class B, in [0, 1]
 * @returns a CSS color made of the custom properties `--class-a`, `--class-b` and `--paper`
 */
export function surfaceColor(p: number): string {
  const strength = percent((faintest + (strongest - faintest) * Math.abs(2 * p - 1)) / 100);
  return `color-mix(in oklab,${labelColor(p)} ${strength}%,var(--paper))`;
}

const percent = (share: number): number => Math.round(1000 * share) / 10;
