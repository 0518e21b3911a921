import { extent, nice } from 'd3-array';
import type { Domain } from './linear-scale.ts';
import type { LinePoint, LineSeries } from './line-series.ts';

/** The least and greatest x of all curves; [0, 1] while there are none. */
export function xDomainOf(series: readonly LineSeries[]): Domain {
  return known(extent(series.flatMap(({ values }) => values.map(({ x }) => x)).filter(Number.isFinite)));
}

/**
 * From zero, or from the least value if that is negative, to the greatest value, intervals included, both made round. An
 * interval that reaches below zero while no value does is cut there: what is drawn, such as an error, cannot be negative.
 */
export function yDomainOf(series: readonly LineSeries[]): Domain {
  const points = series.flatMap(({ values }) => values);
  const isNegative = points.some(({ y }) => y < 0);
  const heights = points.flatMap(({ y, low = y, high = y }) => (isNegative ? [y, low, high] : [y, high]));
  const [least, greatest] = known(extent([0, ...heights.filter(Number.isFinite)]));
  return nice(least, greatest, 4);
}

/** The last point whose x is not beyond `x`, among those with a finite height; none before the first. */
export function pointAt(points: readonly LinePoint[], x: number): LinePoint | undefined {
  return points.findLast((point) => point.x <= x && Number.isFinite(point.y));
}

function known([least, greatest]: [number, number] | [undefined, undefined]): Domain {
  if (least === undefined || least === greatest) return [least ?? 0, (least ?? 0) + 1];
  return [least, greatest];
}
