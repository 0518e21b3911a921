import type { MeasuredMean } from '../../../figures/chart/interval-rows.ts';
import type { Condition } from '../../../studies/study.ts';
import type { ConditionSummary } from '../../../studies/summarize-study.ts';
import { measuredChange, measuredMean, type MeasuredDifference } from './measured.ts';

/** ERM and mixup on networks of one width. */
export interface WidthResult {
  /** Units in each hidden layer. */
  readonly width: number;
  readonly erm: MeasuredMean;
  readonly mixup: MeasuredMean;
  /** The change from ERM to mixup, paired by seed; nothing where seeds cannot be matched. */
  readonly change: MeasuredMean | undefined;
}

/**
 * The results of one strength of mixup beside ERM, from the smallest network to the largest; widths without both are left out.
 *
 * @param conditions those of the study, of every width
 */
export function resultsByWidth<Name extends string>(
  summaries: readonly ConditionSummary<Name>[],
  conditions: readonly Condition[],
  alpha: number,
  of: MeasuredDifference<Name>,
): readonly WidthResult[] {
  const summaryOf = (width: number | undefined, strength: number) => {
    const condition = conditions.find(({ hidden, policy }) => hidden === width && policy.alpha === strength);
    return summaries.find((one) => one.condition === condition?.name);
  };
  const widths = [...new Set(conditions.flatMap(({ hidden }) => hidden ?? []))];
  return widths.flatMap((width) => {
    const [erm, mixup] = [summaryOf(width, 0), summaryOf(width, alpha)];
    if (!erm || !mixup) return [];
    return [
      { width, erm: measuredMean(erm, of), mixup: measuredMean(mixup, of), change: measuredChange(erm, mixup, of) },
    ];
  });
}
