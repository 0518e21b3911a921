import type { MeasuredMean } from '../../../figures/chart/interval-rows.ts';
import type { Policy } from '../../../core/training/policy.ts';
import type { Condition } from '../../../studies/study.ts';
import type { ConditionSummary } from '../../../studies/summarize-study.ts';
import { measuredChange, measuredMean, type MeasuredDifference } from './measured.ts';

/** ERM and what is compared with it, such as mixup, on networks of one width. */
export interface WidthResult {
  /** Units in each hidden layer. */
  readonly width: number;
  readonly erm: MeasuredMean;
  readonly compared: MeasuredMean;
  /** The change from ERM, paired by seed; nothing where seeds cannot be matched. */
  readonly change: MeasuredMean | undefined;
}

/**
 * The results of one method beside ERM, from the smallest network to the largest; widths without both are left out.
 *
 * @param conditions those of the study, of every width
 * @param isCompared tells the method that is compared with ERM
 */
export function resultsByWidth<Name extends string>(
  summaries: readonly ConditionSummary<Name>[],
  conditions: readonly Condition[],
  isCompared: (policy: Policy) => boolean,
  of: MeasuredDifference<Name>,
): readonly WidthResult[] {
  const summaryOf = (width: number, isMethod: (policy: Policy) => boolean) => {
    const condition = conditions.find(({ hidden, policy }) => hidden === width && isMethod(policy));
    return summaries.find((one) => one.condition === condition?.name);
  };
  const widths = [...new Set(conditions.flatMap(({ hidden }) => hidden ?? []))];
  return widths.flatMap((width) => {
    const erm = summaryOf(width, ({ alpha, labelSmoothing }) => alpha === 0 && labelSmoothing === 0);
    const compared = summaryOf(width, isCompared);
    if (!erm || !compared) return [];
    return [
      {
        width,
        erm: measuredMean(erm, of),
        compared: measuredMean(compared, of),
        change: measuredChange(erm, compared, of),
      },
    ];
  });
}
