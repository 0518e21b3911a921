import type { LineSeries } from '../../figures/chart/line-series.ts';
import type { Method } from '../../figures/chart/method-style.ts';
import { betweenWeights, slopeWeights, type BetweenMeasure } from '../../studies/between-examples.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';

/** What is looked at between two examples: misses, the gradient of the loss, and the slopes of the probabilities. */
export type Quantity = 'misses' | 'gradient' | 'slope';

/** A mean over seeds at one weight of the first example; `halfWidth` of its 95 % interval is missing for one seed. */
interface SegmentPoint {
  readonly weight: number;
  readonly mean: number;
  readonly halfWidth?: number;
}

/** The curves of one method along the segment; misses in percent. The paper has no slopes. */
export type SegmentCurves = Readonly<Record<'misses' | 'gradient', readonly SegmentPoint[]>> & {
  readonly slope?: readonly SegmentPoint[];
};

/** The curves of some methods; what has none is not drawn. */
interface MethodCurves {
  readonly erm: SegmentCurves;
  readonly mixup: SegmentCurves;
  readonly smoothing?: SegmentCurves;
}

/** All methods, and how many seeds they rest on. */
export interface BetweenReading extends Required<MethodCurves> {
  readonly seeds: number;
  readonly diverged: number;
}

/** How the methods are called and drawn. */
const looks: readonly { readonly of: keyof MethodCurves; readonly name: string; readonly method: Method }[] = [
  { of: 'erm', name: 'ERM', method: 'erm' },
  { of: 'mixup', name: 'mixup', method: 'mixup' },
  { of: 'smoothing', name: 'smoothing', method: 'other' },
];

/** Reads the figure's curves off the summary of a study, of digits or of clothes; nothing as long as a method has none. */
export function readBetween(summaries: readonly ConditionSummary<BetweenMeasure>[]): BetweenReading | undefined {
  const [erm, mixup, smoothing] = looks.map(({ of }) =>
    summaries.find(({ condition }) => condition.split(' ').at(-1) === of),
  );
  if (!erm || !mixup || !smoothing) return undefined;
  return {
    seeds: Math.min(erm.seeds, mixup.seeds, smoothing.seeds),
    diverged: erm.diverged + mixup.diverged + smoothing.diverged,
    erm: curvesOf(erm),
    mixup: curvesOf(mixup),
    smoothing: curvesOf(smoothing),
  };
}

function curvesOf({ measures }: ConditionSummary<BetweenMeasure>): SegmentCurves {
  const point = (measure: BetweenMeasure, weight: number, scale: number): SegmentPoint => {
    const { mean, halfWidth } = measures[measure].last;
    return {
      weight: weight / 100,
      mean: scale * mean,
      ...(Number.isFinite(halfWidth) && { halfWidth: scale * halfWidth }),
    };
  };
  return {
    misses: betweenWeights.map((weight) => point(`misses ${weight}`, weight, 100)),
    gradient: betweenWeights.map((weight) => point(`gradient ${weight}`, weight, 1)),
    slope: slopeWeights.map((weight) => point(`slope ${weight}`, weight, 1)),
  };
}

/** Where the axis of a quantity ends: at a round number above everything drawn. */
export function topOf(curves: MethodCurves, quantity: Quantity): number {
  const tops = looks.flatMap(({ of }) =>
    (curves[of]?.[quantity] ?? []).map(({ mean, halfWidth = 0 }) => mean + halfWidth),
  );
  const highest = Math.max(...tops, 1e-6);
  const unit = 10 ** Math.floor(Math.log10(highest));
  return unit * ([1, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((factor) => factor * unit >= highest) ?? 10);
}

/** The curves of a quantity as a chart draws them. */
export function segmentSeries(curves: MethodCurves, quantity: Quantity): LineSeries[] {
  return looks.flatMap(({ of, name, method }) => {
    const points = curves[of]?.[quantity];
    if (!points) return [];
    const values = points.map(({ weight, mean, halfWidth }) => ({
      x: weight,
      y: mean,
      ...(halfWidth !== undefined && { low: Math.max(0, mean - halfWidth), high: mean + halfWidth }),
    }));
    return [{ name, method, values }];
  });
}
