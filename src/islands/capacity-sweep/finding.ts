import type { DigitsMeasure } from '../../studies/digits-study.ts';
import { capacitySweepConditions } from '../../studies/capacity-sweep.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { excludesZero, type MeasuredMean } from '../../figures/chart/interval-rows.ts';
import { measuredChange, measuredMean } from '../kit/rerun/measured.ts';

/** ERM and mixup on networks of one width. */
interface WidthResult {
  /** Units in each hidden layer. */
  readonly width: number;
  /** Test errors, in percent. */
  readonly erm: MeasuredMean;
  readonly mixup: MeasuredMean;
  /** The change from ERM to mixup in percent of ERM's errors, paired by seed; nothing where seeds cannot be matched. */
  readonly change: MeasuredMean | undefined;
}

/** The results of one strength of mixup, from the smallest network to the largest; widths without both are left out. */
export function widthResults(
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  alpha: number,
): readonly WidthResult[] {
  const summaryOf = (width: number, strength: number) => {
    const condition = capacitySweepConditions.find(
      ({ hidden, policy }) => hidden === width && policy.alpha === strength,
    );
    return summaries.find((one) => one.condition === condition?.name);
  };
  const widths = [...new Set(capacitySweepConditions.map(({ hidden }) => hidden as number))];
  return widths.flatMap((width) => {
    const [erm, mixup] = [summaryOf(width, 0), summaryOf(width, alpha)];
    if (!erm || !mixup) return [];
    const of = { measure: 'testError', scale: 100 } as const;
    const change = measuredChange(erm, mixup, { ...of, relative: true });
    return [{ width, erm: measuredMean(erm, of), mixup: measuredMean(mixup, of), change }];
  });
}

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
