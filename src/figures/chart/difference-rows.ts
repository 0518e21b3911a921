import { excludesZero, type MeasuredMean } from './interval-rows.ts';
import { formatNumber } from './linear-scale.ts';
import type { Method } from './method-style.ts';
import { signed } from './paired-marks.ts';

/** One condition beside the reference: what it changes, paired by seed. */
export interface DifferenceRow {
  /** Unique in the chart. */
  readonly key: string;
  readonly label: string;
  /** The label where there is little room. */
  readonly short?: string;
  readonly method: Method;
  readonly change: MeasuredMean;
  /** The same as computed in advance: drawn pale behind. */
  readonly before?: MeasuredMean | undefined;
  /** What it changes elsewhere, such as in the paper; known without an interval. */
  readonly elsewhere?: number | undefined;
  /** The row that the others are about. */
  readonly isMain?: boolean;
}

/** The values of some rows that an axis has to hold: means, the ends of their intervals, and what is known from elsewhere. */
export const differenceEnds = (rows: readonly DifferenceRow[]): number[] =>
  rows.flatMap(({ change, before, elsewhere = change.mean }) => [
    elsewhere,
    ...[change, before].flatMap((one) =>
      one ? [one.mean - (one.halfWidth ?? 0), one.mean + (one.halfWidth ?? 0)] : [],
    ),
  ]);

/** "−1.0" and "± 0.2", or no second part where there is no interval. */
export function differenceText({ mean, halfWidth }: MeasuredMean, decimals: number): { mean: string; half: string } {
  const half = halfWidth === undefined ? '' : `±\u00A0${formatNumber(halfWidth, decimals)}`;
  return { mean: signed(Number(mean.toFixed(decimals)) + 0, decimals), half };
}

/** The color of a difference: that of its mark where it can be told from none, else muted. */
export const toldColor = (change: MeasuredMean, color: string): string =>
  excludesZero(change) ? color : 'var(--ink-muted)';

/** A difference at a tick: "−0.4", "+0.02", with as many decimals as it has, at most three. */
export function tickText(value: number): string {
  const decimals = [0, 1, 2].find((digits) => Math.abs(value - Number(value.toFixed(digits))) < 1e-9) ?? 3;
  return signed(value, decimals);
}
