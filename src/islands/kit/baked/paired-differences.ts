import { pairedDifference, type Interval } from '../../../core/statistics/interval.ts';
import type { ConditionSummary } from '../../../studies/summarize-study.ts';

/**
 * The mean of `condition - baseline` of one measure at the last step, paired by seed, from what was computed in advance.
 *
 * @throws Error if a condition is missing or a seed diverged: values are kept without their seeds
 */
export function pairedLast<Name extends string>(
  summaries: readonly ConditionSummary<Name>[],
  baseline: string,
  condition: string,
  measure: Name,
): Interval {
  const [first, second] = [baseline, condition].map((name) => summaries.find((one) => one.condition === name));
  if (!first || !second || first.diverged + second.diverged > 0)
    throw new Error(`"${baseline}" and "${condition}": expected both, on the same seeds, without any that diverged.`);
  return pairedDifference(first.measures[measure].last.values, second.measures[measure].last.values);
}
