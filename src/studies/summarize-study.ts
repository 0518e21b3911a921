import { meanInterval, pairedDifference, type Interval } from '../core/statistics/interval.ts';
import type { Measurement, TrialResult } from './study.ts';

/** What was measured of one network, or one game, whose condition is known by name; like {@link TrialResult}. */
export interface MeasuredTrial<Name extends string> {
  readonly trial: { readonly condition: { readonly name: string }; readonly seed: number };
  readonly curve: readonly Measurement<Name>[];
}

/** One value for each seed that came to a number, with their mean and 95 % interval. */
export interface OverSeeds extends Interval {
  readonly values: readonly number[];
}

/** A mean over seeds at one step. */
interface CurvePoint extends Interval {
  readonly step: number;
}

/** What one measure did under one condition. */
export interface MeasureSummary {
  /** At the last step measured. */
  readonly last: OverSeeds;
  /** The least value of each seed's training. */
  readonly least: OverSeeds;
  readonly curve: readonly CurvePoint[];
}

/** One condition over its seeds. */
export interface ConditionSummary<Name extends string> {
  readonly condition: string;
  /** How many seeds the numbers rest on. */
  readonly seeds: number;
  /** How many more did not come to a number; they are in no mean. */
  readonly diverged: number;
  readonly measures: Readonly<Record<Name, MeasureSummary>>;
}

/**
 * Sums a study up, condition by condition, over the seeds it has results of. Trials that are still on their way count with
 * what they have; conditions without any result are left out.
 *
 * @param conditions their names
 * @param names of the measures
 */
export function summarizeStudy<Name extends string>(
  conditions: readonly string[],
  names: readonly Name[],
  results: readonly MeasuredTrial<Name>[],
): ConditionSummary<Name>[] {
  return conditions.flatMap((condition) => {
    const own = results.filter(({ trial, curve }) => trial.condition.name === condition && curve.length > 0);
    const sound = own.filter(isSound);
    if (sound.length === 0) return [];
    const measures = Object.fromEntries(names.map((name) => [name, summarizeMeasure(name, sound)]));
    return [
      {
        condition,
        seeds: sound.length,
        diverged: own.length - sound.length,
        measures: measures as Record<Name, MeasureSummary>,
      },
    ];
  });
}

/** Sums a study up as {@link summarizeStudy} does; a study may add what it makes of its results. */
export type Summarize<Name extends string> = typeof summarizeStudy<Name>;

/**
 * The mean difference `condition - baseline` of a measure at the last step, paired by seed; nothing if they share no seed.
 */
export function differenceFrom<Name extends string>(
  baseline: string,
  condition: string,
  name: Name,
  results: readonly TrialResult<Name>[],
): Interval | undefined {
  const lastOf = (wanted: string): Map<number, number> =>
    new Map(
      results
        .filter(({ trial, curve }) => trial.condition.name === wanted && curve.length > 0)
        .filter(isSound)
        .map((result) => [result.trial.seed, lastMeasure(result, name)]),
    );
  const first = lastOf(baseline);
  const second = lastOf(condition);
  const seeds = [...first.keys()].filter((seed) => second.has(seed));
  if (seeds.length === 0) return undefined;
  return pairedDifference(
    seeds.map((seed) => first.get(seed) as number),
    seeds.map((seed) => second.get(seed) as number),
  );
}

function summarizeMeasure<Name extends string>(name: Name, results: readonly MeasuredTrial<Name>[]): MeasureSummary {
  const steps = [...new Set(results.flatMap(({ curve }) => curve.map(({ step }) => step)))].sort((a, b) => a - b);
  const curve = steps.map((step): CurvePoint => {
    const values = results.flatMap((result) =>
      result.curve.filter((one) => one.step === step).map(({ measures }) => measures[name]),
    );
    return { step, ...meanInterval(values) };
  });
  return {
    last: overSeeds(results.map((result) => lastMeasure(result, name))),
    least: overSeeds(results.map((result) => Math.min(...result.curve.map(({ measures }) => measures[name])))),
    curve,
  };
}

function isSound({ curve }: MeasuredTrial<string>): boolean {
  return curve.every(({ measures }) => Object.values(measures).every(Number.isFinite));
}

function lastMeasure<Name extends string>({ curve }: MeasuredTrial<Name>, name: Name): number {
  return curve.at(-1)?.measures[name] as number;
}

const overSeeds = (values: readonly number[]): OverSeeds => ({ values, ...meanInterval(values) });
