import type { LineSeries } from '../../../figures/chart/line-series.ts';
import type { ConditionSummary } from '../../../studies/summarize-study.ts';

/**
 * The curve of one measure as a chart draws it: the mean over seeds in its 95 % band; no band for a single seed.
 *
 * @param scale what values are multiplied by, such as 100 for shares in percent
 */
export function curveSeries<Name extends string>(
  summary: ConditionSummary<Name>,
  measure: Name,
  look: Pick<LineSeries, 'name' | 'method'> & { readonly dash?: boolean },
  scale = 1,
): LineSeries {
  const values = summary.measures[measure].curve.map(({ step, mean, halfWidth }) => ({
    x: step,
    y: scale * mean,
    ...(Number.isFinite(halfWidth) && { low: scale * (mean - halfWidth), high: scale * (mean + halfWidth) }),
  }));
  return { ...look, values };
}
