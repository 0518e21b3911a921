import { max, min, nice } from 'd3-array';
import { formatNumber, type Domain } from './linear-scale.ts';
import type { Method } from './method-style.ts';

/** A mean over seeds with its 95 % interval and the value of each seed; no interval for a single seed. */
export interface MeasuredMean {
  readonly mean: number;
  readonly halfWidth?: number;
  readonly values: readonly number[];
}

/** One condition: a cell for each column that applies to it, as measured now and, to compare, as computed in advance. */
export interface IntervalRow {
  /** Unique in the chart. */
  readonly key: string;
  readonly label: string;
  readonly method: Method;
  readonly cells: readonly (MeasuredMean | undefined)[];
  /** Drawn pale behind the cells. */
  readonly before?: readonly (MeasuredMean | undefined)[];
}

/** Rows under a title; without one they simply follow. */
export interface IntervalGroup {
  readonly title?: string;
  readonly rows: readonly IntervalRow[];
}

/** What is measured in a column. */
export interface IntervalColumn {
  /** Name with unit, such as "test error, %". */
  readonly title: string;
  readonly decimals: number;
  /** The axis, where it need not hold every seed: what lies beyond is drawn at its end. */
  readonly domain?: Domain;
}

/** An axis between round numbers that holds zero and every value and interval of a column. */
export function intervalDomain(groups: readonly IntervalGroup[], column: number): Domain {
  const values = groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells, before }) =>
      [cells[column], before?.[column]].flatMap((cell) => (cell ? [...endsOf(cell), ...cell.values] : [])),
    ),
  );
  // Where all is zero, as errors on learned examples may be, any axis will do.
  return nice(Math.min(0, min(values) ?? 0), max(values) || 1, 4);
}

/** Of an interval that reaches below zero only because it is wide, the part below zero is left out. */
const endsOf = ({ mean, halfWidth = 0, values }: MeasuredMean): number[] =>
  values.every((value) => value >= 0) ? [mean + halfWidth] : [mean - halfWidth, mean + halfWidth];

/** Whether a difference can be told from none: its 95 % interval excludes zero. Of a single seed there is no interval. */
export const excludesZero = ({ mean, halfWidth }: MeasuredMean): boolean =>
  halfWidth !== undefined && Math.abs(mean) > halfWidth;

/** "2.41 ± 0.20", or the mean alone where there is no interval. */
export function meanText({ mean, halfWidth }: MeasuredMean, decimals: number): string {
  const text = formatNumber(mean, decimals);
  return halfWidth === undefined ? text : `${text} ± ${formatNumber(halfWidth, decimals)}`;
}
