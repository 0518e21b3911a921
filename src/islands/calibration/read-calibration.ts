import type { Method } from '../../figures/chart/method-style.ts';
import type { ConfidenceGroup } from '../../figures/chart/reliability.ts';
import {
  binMeasures,
  temperatures,
  temperaturesShown,
  type CalibrationMeasure,
  type TemperatureShown,
} from '../../studies/calibration.ts';
import type { TrialResult } from '../../studies/study.ts';
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

/** What one method's networks measure at one temperature. */
interface AtOneTemperature {
  /** In nats. */
  readonly loss: Spread;
  /** The expected calibration error, and what a calibrated network as sure would measure, in percent. */
  readonly error: Spread;
  readonly floor: number;
}

/** What the curves draw: of each method, in their order, what is measured at each temperature and at its own. */
export interface CalibrationReading {
  readonly seeds: number;
  readonly diverged: number;
  readonly methods: readonly {
    readonly temperature: Spread;
    readonly at: Readonly<Record<`${TemperatureShown}`, AtOneTemperature>>;
  }[];
}

/** What is computed in advance: the curves, and the groups of answers of each method at each temperature. */
export interface BakedCalibration extends CalibrationReading {
  readonly groups: readonly Readonly<Record<`${TemperatureShown}`, readonly ConfidenceGroup[]>>[];
}

/** The temperature that was looked at and is nearest, by ratio. */
export function nearestTemperature(temperature: number): (typeof temperatures)[number] {
  const distance = (one: number): number => Math.abs(Math.log(one / temperature));
  return temperatures.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}

/** Reads the curves off the summary of a study; nothing as long as a method has none. */
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
      return {
        temperature: spread('temperature', 1),
        at: atEach((shown) => ({
          loss: spread(`loss at ${shown}`, 1),
          error: spread(`error at ${shown}`, 100),
          floor: rounded(100 * measures[`floor at ${shown}`].last.mean),
        })),
      };
    }),
  };
}

/** Makes something for each temperature that is shown. */
export function atEach<Made>(make: (shown: TemperatureShown) => Made): Readonly<Record<`${TemperatureShown}`, Made>> {
  const made = temperaturesShown.map((shown): [string, Made] => [String(shown), make(shown)]);
  return Object.fromEntries(made) as Record<`${TemperatureShown}`, Made>;
}

/**
 * The answers of a method's networks of all seeds at one temperature, sorted by how sure they are; empty groups are left out. A
 * network that diverged has none.
 */
export function readGroups(
  results: readonly TrialResult<CalibrationMeasure>[],
  condition: string,
  shown: TemperatureShown,
): ConfidenceGroup[] {
  const networks = results.flatMap(({ trial, curve }) => {
    const measures = trial.condition.name === condition ? curve.at(-1)?.measures : undefined;
    return measures && Number.isFinite(measures.testLoss) ? [measures] : [];
  });
  return binMeasures(shown).flatMap((names) => {
    const [rows, sure, right] = names.map((name) => networks.reduce((sum, measures) => sum + measures[name], 0)) as [
      number,
      number,
      number,
    ];
    if (rows === 0) return [];
    const share = (100 * rows) / networks.length;
    return [{ share: rounded(share), sure: rounded((100 * sure) / rows), right: rounded((100 * right) / rows) }];
  });
}

/** Pages carry what was computed in advance to their readers: more digits than these nobody sees. */
const rounded = (value: number): number => Number(value.toFixed(4));
