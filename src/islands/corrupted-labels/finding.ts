import { corruptedShares } from '../../studies/corrupted-labels.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { measuredMean } from '../kit/rerun/measured.ts';

/** The share that the chapter speaks of, in percent. */
const asked = 50;

/** How ERM and mixup end where half of the labels are redrawn, or at the share that there is, read off the results. */
export function corruptedFinding(summaries: readonly ConditionSummary<DigitsMeasure>[]): string {
  const errorOf = (method: string, share: number): string | undefined => {
    const summary = summaries.find(({ condition }) => condition === `${method} ${share}`);
    return summary && `${measuredMean(summary, { measure: 'testError', scale: 100 }).mean.toFixed(1)}\u00A0%`;
  };
  for (const share of [asked, ...corruptedShares.map((one) => Math.round(100 * one))]) {
    const [erm, mixup] = [errorOf('erm', share), errorOf('mixup', share)];
    if (erm && mixup) return `With ${share}\u00A0% redrawn, ERM ends at ${erm} errors, mixup at ${mixup}`;
  }
  return 'Test errors with wrong labels, while networks train';
}
