import type { Method } from '../../figures/chart/method-style.ts';
import type { ConfidenceGroup } from '../../figures/chart/reliability.ts';
import {
  confidenceBins,
  temperatures,
  temperaturesShown,
  type CalibrationMeasure,
  type TemperatureShown,
} from '../../studies/calibration.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';

/** How the conditions are called and drawn, in their order. */
export const methods: readonly {
  readonly condition: string;
  readonly name: string;
  readonly method: Method;
  readonly dash?: boolean;
}[] = [
  { condition: 'erm', name: 'ERM', method: 'erm' },
  { condition: 'weak-mixup', name: 'mixup, α\u00A0=\u00A00.2', method: 'mixup', dash: true },
  { condition: 'mixup', name: 'mixup, α\u00A0=\u00A01', method: 'mixup' },
  { condition: 'smoothing', name: 'labels smoothed', method: 'other' },
];

/** A mean over seeds; `halfWidth` of its 95 % interval is missing for one seed. */
interface Spread {
  readonly mean: number;
  readonly halfWidth?: number;
}

/** What one method's networks say at one temperature. */
interface AtOneTemperature {
  /** In nats. */
  readonly loss: Spread;
  /** The expected calibration error, and what a calibrated network as sure would measure, in percent. */
  readonly error: Spread;
  readonly floor: number;
  /** The answers of all seeds, sorted by how sure they are; empty groups are left out. */
  readonly groups: readonly ConfidenceGroup[];
}

/** What the figure draws: of each method, in their order, everything at each temperature and at its own. */
export interface CalibrationReading {
  readonly seeds: number;
  readonly diverged: number;
  readonly methods: readonly {
    readonly temperature: Spread;
    readonly at: Readonly<Record<`${TemperatureShown}`, AtOneTemperature>>;
  }[];
}

/** The temperature that was looked at and is nearest, by ratio. */
export function nearestTemperature(temperature: number): (typeof temperatures)[number] {
  const distance = (one: number): number => Math.abs(Math.log(one / temperature));
  return temperatures.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

/** Reads the figure off the summary of a study; nothing as long as a method has none. */
export function readCalibration(
  summaries: readonly ConditionSummary<CalibrationMeasure>[],
): CalibrationReading | undefined {
  const own = methods.flatMap(({ condition }) => summaries.filter((one) => one.condition === condition));
  if (own.length < methods.length) return undefined;
  return {
    seeds: Math.min(...own.map(({ seeds }) => seeds)),
    diverged: own.reduce((sum, { diverged }) => sum + diverged, 0),
    methods: own.map(({ measures }) => {
      const spread = (name: CalibrationMeasure, scale: number): Spread => {
        const { mean, halfWidth } = measures[name].last;
        const half = Number.isFinite(halfWidth) && { halfWidth: rounded(scale * halfWidth) };
        return { mean: rounded(scale * mean), ...half };
      };
      const at = temperaturesShown.map((shown): [string, AtOneTemperature] => [
        String(shown),
        {
          loss: spread(`loss at ${shown}`, 1),
          error: spread(`error at ${shown}`, 100),
          floor: rounded(100 * measures[`floor at ${shown}`].last.mean),
          groups: groupsAt(measures, shown),
        },
      ]);
      return {
        temperature: spread('temperature', 1),
        at: Object.fromEntries(at) as Record<`${TemperatureShown}`, AtOneTemperature>,
      };
    }),
  };
}

/** Means over seeds of shares of rows are shares of the rows of all seeds, since all have as many. */
function groupsAt(
  measures: ConditionSummary<CalibrationMeasure>['measures'],
  shown: TemperatureShown,
): ConfidenceGroup[] {
  return confidenceBins.flatMap((bin) => {
    const [rows, sure, right] = (['rows', 'sure', 'right'] as const).map(
      (of) => measures[`${of} of ${bin} at ${shown}`].last.mean,
    ) as [number, number, number];
    if (rows === 0) return [];
    return [{ share: rounded(100 * rows), sure: rounded((100 * sure) / rows), right: rounded((100 * right) / rows) }];
  });
}

/** Pages carry the reading to their readers: more digits than these nobody sees. */
const rounded = (value: number): number => Number(value.toFixed(4));
