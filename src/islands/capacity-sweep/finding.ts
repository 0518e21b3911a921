import type { DigitsMeasure } from '../../studies/digits-study.ts';
import { capacitySweepConditions } from '../../studies/capacity-sweep.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { excludesZero } from '../../figures/chart/interval-rows.ts';
import { resultsByWidth, type WidthResult } from '../kit/rerun/width-results.ts';

/** The results of one strength of mixup: test errors in percent, and their change in percent of ERM's. */
export const widthResults = (
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  alpha: number,
): readonly WidthResult[] =>
  resultsByWidth(summaries, capacitySweepConditions, (policy) => policy.alpha === alpha, {
    measure: 'testError',
    scale: 100,
    relative: true,
  });

/** What the sweep says, read off its results. */
export function capacityFinding(results: readonly WidthResult[], alpha: number): string {
  const changes = results.flatMap(({ change }) => (change ? [change] : []));
  const means = changes.map(({ mean }) => mean);
  const gains = changes.filter((change) => change.mean < 0 && excludesZero(change)).length;
  const largest = changes.at(-1);
  const isFalling = means.every((mean, k) => k === 0 || mean < (means[k - 1] as number));
  if (changes.length < 2 || changes.every(({ halfWidth }) => halfWidth === undefined))
    return `Errors with and without mixup, by size of the network`;
  if (gains === 0) return `With α\u00A0=\u00A0${alpha} mixup gains at no size of the network`;
  if (isFalling && largest && excludesZero(largest)) return 'The larger the network, the more mixup gains';
  const least = results[results.length - gains];
  const areTheLargest = results.slice(-gains).every(({ change }) => change && change.mean < 0 && excludesZero(change));
  if (areTheLargest && least && gains < results.length)
    return `With α\u00A0=\u00A0${alpha} mixup gains from ${least.width} units up, and not below`;
  return `With α\u00A0=\u00A0${alpha} mixup gains at ${gains} of ${changes.length} sizes`;
}
