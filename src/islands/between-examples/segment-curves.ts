import type { LineSeries } from '../../figures/chart/line-series.ts';
import { betweenWeights, type BetweenMeasure } from '../../studies/between-examples.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';

/** What is looked at between two examples. */
export type Quantity = 'misses' | 'gradient';

/** A mean over seeds at one weight of the first example; `halfWidth` of its 95 % interval is missing for one seed. */
interface SegmentPoint {
  readonly weight: number;
  readonly mean: number;
  readonly halfWidth?: number;
}

/** The curves of one method along the segment; misses in percent. */
export type SegmentCurves = Readonly<Record<Quantity, readonly SegmentPoint[]>>;

/** Both methods, and how many seeds they rest on. */
export interface BetweenReading {
  readonly seeds: number;
  readonly diverged: number;
  readonly erm: SegmentCurves;
  readonly mixup: SegmentCurves;
}

/** Reads the figure's curves off the summary of a study; nothing as long as a method has none. */
export function readBetween(summaries: readonly ConditionSummary<BetweenMeasure>[]): BetweenReading | undefined {
  const [erm, mixup] = (['erm', 'mixup'] as const).map((name) => summaries.find(({ condition }) => condition === name));
  if (!erm || !mixup) return undefined;
  return {
    seeds: Math.min(erm.seeds, mixup.seeds),
    diverged: erm.diverged + mixup.diverged,
    erm: curvesOf(erm),
    mixup: curvesOf(mixup),
  };
}

function curvesOf({ measures }: ConditionSummary<BetweenMeasure>): SegmentCurves {
  const curve = (quantity: Quantity, scale: number): SegmentPoint[] =>
    betweenWeights.map((weight) => {
      const { mean, halfWidth } = measures[`${quantity} ${weight}`].last;
      return {
        weight: weight / 100,
        mean: scale * mean,
        ...(Number.isFinite(halfWidth) && { halfWidth: scale * halfWidth }),
      };
    });
  return { misses: curve('misses', 100), gradient: curve('gradient', 1) };
}

/** Where the axis of a quantity ends: at a round number above everything drawn. */
export function topOf(
  { erm, mixup }: { readonly erm: SegmentCurves; readonly mixup: SegmentCurves },
  quantity: Quantity,
): number {
  const tops = [erm, mixup].flatMap((one) => one[quantity].map(({ mean, halfWidth = 0 }) => mean + halfWidth));
  const highest = Math.max(...tops, 1e-6);
  const unit = 10 ** Math.floor(Math.log10(highest));
  return unit * ([1, 2, 5].find((factor) => factor * unit >= highest) ?? 10);
}

/** The two curves of a quantity as a chart draws them. */
export function segmentSeries(
  curves: { readonly erm: SegmentCurves; readonly mixup: SegmentCurves },
  quantity: Quantity,
): LineSeries[] {
  return (['erm', 'mixup'] as const).map((method) => ({
    name: method === 'erm' ? 'ERM' : 'mixup',
    method,
    values: curves[method][quantity].map(({ weight, mean, halfWidth }) => ({
      x: weight,
      y: mean,
      ...(halfWidth !== undefined && { low: Math.max(0, mean - halfWidth), high: mean + halfWidth }),
    })),
  }));
}
