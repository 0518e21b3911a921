import { comparedConditions, corruptedShares, type ComparedCondition } from '../../studies/corrupted-labels.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import { conditionsOn, type StudiedPictures } from '../../studies/studied-pictures.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredMean } from '../kit/rerun/measured.ts';

/** The share that the chapter speaks of. */
const asked = 0.5;

/** How ERM, ERM stopped early and mixup end where half of the labels are redrawn, or at the share that there is, read off the results. */
export function corruptedFinding(
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  pictures: StudiedPictures,
): string {
  const conditions = conditionsOn(pictures, comparedConditions);
  const errorOf = (method: ComparedCondition['method'], share: number): string | undefined => {
    const name = conditions.find((one) => one.method === method && one.redrawn === share)?.name;
    const summary = summaries.find(({ condition }) => condition === name);
    return summary && `${measuredMean(summary, { measure: 'testError', scale: 100 }).mean.toFixed(1)}\u00A0%`;
  };
  for (const share of [asked, ...corruptedShares]) {
    const [erm, stopped, mixup] = (['erm', 'stopped-early', 'mixup'] as const).map((method) => errorOf(method, share));
    if (erm && stopped && mixup)
      return `${100 * share}\u00A0% redrawn: ERM ${erm}, mixup ${mixup}, ERM stopped early ${stopped}`;
  }
  return 'Test errors with wrong labels, while networks train';
}
