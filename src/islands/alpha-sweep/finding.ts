import { alphaSweepConditions } from '../../studies/alpha-sweep.ts';
import type { DigitsMeasure } from '../../studies/digits-study.ts';
import { conditionsOn, type StudiedPictures } from '../../studies/studied-pictures.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { excludesZero, type MeasuredMean } from '../../figures/chart/interval-rows.ts';
import { measuredChange, measuredMean } from '../kit/rerun/measured.ts';

/** The results of one strength of mixup; alpha is 0 for ERM. */
interface AlphaResult {
  readonly alpha: number;
  /** Test error, in percent. */
  readonly error: MeasuredMean;
  /** Change from ERM in points, paired by seed; nothing for ERM, and where seeds cannot be matched. */
  readonly change: MeasuredMean | undefined;
}

/** The results of the sweep from ERM to the strongest mixing; strengths without any are left out. */
export function alphaResults(
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  pictures: StudiedPictures,
): readonly AlphaResult[] {
  const of = { measure: 'testError', scale: 100 } as const;
  const conditions = conditionsOn(pictures, alphaSweepConditions);
  const summaryOf = (name?: string) => summaries.find(({ condition }) => condition === name);
  const erm = summaryOf(conditions.find(({ policy }) => policy.alpha === 0)?.name);
  return conditions.flatMap(({ name, policy: { alpha } }) => {
    const summary = summaryOf(name);
    if (!summary) return [];
    const change = erm && alpha > 0 ? measuredChange(erm, summary, of) : undefined;
    return [{ alpha, error: measuredMean(summary, of), change }];
  });
}

/** What the sweep says, read off its results. */
export function alphaFinding(results: readonly AlphaResult[]): string {
  const told = results.filter(({ change }) => change && excludesZero(change));
  const gains = told.filter(({ change }) => (change as MeasuredMean).mean < 0).map(({ alpha }) => alpha);
  const losses = told.filter(({ change }) => (change as MeasuredMean).mean > 0).map(({ alpha }) => alpha);
  const all = results.filter(({ alpha }) => alpha > 0).length;
  if (results.every(({ change }) => change?.halfWidth === undefined)) return 'Test error, by the strength α of mixup';
  if (told.length === 0) return 'No α can be told from training as usual';
  if (losses.length === 0) return `Mixing helps at ${gains.length} of ${all} strengths`;
  if (gains.length === 0) return `Mixing hurts at ${losses.length} of ${all} strengths, and helps at none`;
  if (Math.max(...gains) < Math.min(...losses)) return 'A little mixing helps, a lot hurts';
  return `Mixing helps at ${gains.length} of ${all} strengths, and hurts at ${losses.length}`;
}
