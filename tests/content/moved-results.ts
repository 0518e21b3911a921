import { bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';
import type { ConditionSummary } from '../../src/studies/summarize-study.ts';

/** The mean and the two ends of a paired difference of test errors. */
export function change(experiment: string, condition: string, baseline: string) {
  const { mean, halfWidth } = bakedDifference(experiment, `${condition}.testError.last`, `${baseline}.testError.last`);
  return { mean, low: mean - halfWidth, high: mean + halfWidth };
}

/** The same results with one condition's values moved by as much in every seed. */
export function moved<Name extends string>(
  summaries: readonly ConditionSummary<Name>[],
  condition: string,
  measure: NoInfer<Name>,
  by: number,
): ConditionSummary<Name>[] {
  return summaries.map((one) => {
    if (one.condition !== condition) return one;
    const { last } = one.measures[measure];
    const values = last.values.map((value) => value + by);
    const measures = { ...one.measures, [measure]: { ...one.measures[measure], last: { ...last, mean: last.mean + by, values } } };
    return { ...one, measures };
  });
}
