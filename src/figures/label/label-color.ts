import { expectNumber } from '../../core/expect.ts';

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
 * The color of an area in which a network predicts class B with probability p: from a pale middle, where it is undecided, to
 * the strong color of a class, where it is certain. In both schemes the middle is the lightest, so that certainty also reads
 * without hue, and no step between passes near black.
 *
 * @param p probability of class B, in [0, 1]
 * @returns a CSS color made of the custom properties `--sure-a`, `--sure-b` and `--unsure`
 */
export function surfaceColor(p: number): string {
  const certainty = Math.abs(2 * expectNumber('p', p, 0, 1) - 1);
  // Steps near the middle would look alike if colors kept pace with probability.
  const share = percent(certainty ** 0.82);
  const end = p < 0.5 ? 'var(--sure-a)' : 'var(--sure-b)';
  if (share === 0 || share === 100) return share === 0 ? 'var(--unsure)' : end;
  return `color-mix(in oklab,${end} ${share}%,var(--unsure))`;
}

const percent = (share: number): number => Math.round(1000 * share) / 10;
