import { excludesZero } from '../../figures/chart/interval-rows.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import { learningCurvesConditions } from '../../studies/learning-curves.ts';
import { conditionsOn, type StudiedPictures } from '../../studies/studied-pictures.ts';
import type { ConditionSummary, MeasureSummary } from '../../studies/summarize-study.ts';
import { measuredChange, measuredMean } from '../kit/rerun/measured.ts';

/** Where training rows count as learned: one in a hundred is still wrong. */
const learned = 0.01;

/** Whether the training error lies clearly above the other one's where that one has learned the training rows. */
function isSlower({ curve }: MeasureSummary, other: MeasureSummary): boolean {
  const then = other.curve.find(({ mean }) => mean < learned);
  const own = curve.find(({ step }) => step === then?.step);
  return then !== undefined && own !== undefined && own.mean - own.halfWidth > then.mean + then.halfWidth;
}

/** What the curves say, read off their beginnings and ends. */
export function learningFinding(
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  pictures: StudiedPictures,
): string {
  const [erm, mixup] = conditionsOn(pictures, learningCurvesConditions()).map(({ name }) =>
    summaries.find(({ condition }) => condition === name),
  );
  if (!erm || !mixup) return 'Errors with and without mixup while networks train';
  const of = { measure: 'testError', scale: 100 } as const;
  const [before, after] = [erm, mixup].map((one) => `${measuredMean(one, of).mean.toFixed(1)}\u00A0%`);
  const change = measuredChange(erm, mixup, of);
  if (change?.halfWidth === undefined) return `On ${pictures} ERM ends at ${before} test error, mixup at ${after}`;
  const isLater = isSlower(mixup.measures.trainingError, erm.measures.trainingError);
  const start = `On ${pictures} mixup${isLater ? ' is slower and' : ''}`;
  if (!excludesZero(change)) return `${start} ends level: ${after}, ERM ${before}`;
  return `${start} ends ${change.mean < 0 ? 'ahead' : 'behind'}: ${after}, ERM ${before}`;
}
