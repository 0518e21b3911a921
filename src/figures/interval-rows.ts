import { max, nice } from 'd3-array';
import { formatNumber, type Domain } from './linear-scale.ts';
import type { Method } from './method-style.ts';

/** A mean over seeds with its 95 % interval and the value of each seed; no interval for a single seed. */
export interface MeasuredMean {
  readonly mean: number;
  readonly halfWidth?: number;
  readonly values: readonly number[];
}

/** One condition: a cell for each column, as measured now and, to compare, as computed in advance. */
export interface IntervalRow {
  /** Unique in the chart. */
  readonly key: string;
  readonly label: string;
  readonly method: Method;
  readonly cells: readonly MeasuredMean[];
  /** Drawn pale behind the cells. */
  readonly before?: readonly MeasuredMean[];
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
}

/** An axis from zero to a round number above every value and interval of a column. */
export function intervalDomain(groups: readonly IntervalGroup[], column: number): Domain {
  const tops = groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells, before }) =>
      [cells[column], before?.[column]].flatMap((cell) =>
        cell ? [cell.mean + (cell.halfWidth ?? 0), ...cell.values] : [],
      ),
    ),
  );
  // Where all is zero, as errors on learned examples may be, any axis will do.
  return nice(0, max(tops) || 1, 4);
}

/** "2.41 ± 0.20", or the mean alone where there is no interval. */
export function meanText({ mean, halfWidth }: MeasuredMean, decimals: number): string {
  const text = formatNumber(mean, decimals);
  return halfWidth === undefined ? text : `${text} ± ${formatNumber(halfWidth, decimals)}`;
}
