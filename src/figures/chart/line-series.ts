import type { Method } from './method-style.ts';

/** One measured place of a curve; `low` and `high` bound its interval, where there is one. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

/** A named curve. Its method decides hue and mark; `dash` tells a second quantity of the same method apart. */
export interface LineSeries {
  readonly name: string;
  readonly values: readonly LinePoint[];
  readonly method: Method;
  readonly dash?: boolean;
}

/** A curve with the place on it that is looked at. */
export interface MarkedCurve extends LineSeries {
  readonly now: { readonly x: number; readonly y: number };
}
