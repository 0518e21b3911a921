import type { Interval } from '../core/statistics/interval.ts';
import { packHits } from './hits.ts';
import type { Study, TrialResult } from './study.ts';
import type { ConditionSummary, MeasureSummary, OverSeeds } from './summarize-study.ts';

/** A study's summary as it is kept in `content/results/`. Numbers have six decimals. */
export interface BakedStudy<Name extends string> {
  readonly seeds: readonly number[];
  /** Where the curves are measured. */
  readonly steps: readonly number[];
  /** How many rows each network was tested on, where {@link BakedCondition.hits} are kept. */
  readonly testRows?: number;
  readonly conditions: readonly BakedCondition<Name>[];
}

interface BakedCondition<Name extends string> {
  readonly condition: string;
  readonly diverged: number;
  readonly measures: Readonly<Record<Name, BakedMeasure>>;
  /** Which test rows were answered right at the end, packed (see `hits.ts`), a text for each seed; not of networks made of others. */
  readonly hits?: readonly string[];
}

/** Where networks were measured once, at the end, that is their least value and all of their curve: neither is kept. */
interface BakedMeasure {
  readonly last: BakedInterval & { readonly values: readonly number[] };
  readonly least?: BakedInterval & { readonly values: readonly number[] };
  readonly curve?: { readonly mean: readonly number[]; readonly halfWidth: readonly number[] };
}

interface BakedInterval {
  readonly mean: number;
  readonly halfWidth: number;
}

/** Digits kept: more than any reader needs, fewer than the last bits of a sum. */
const rounded = (value: number): number => Number(value.toFixed(6));

/**
 * Writes the summary of a whole study, over at least two seeds, for its file.
 *
 * @param results of every network; what they say of hits is kept
 */
export function bakeStudy<Name extends string>(
  { steps, measureEvery }: Pick<Study<Name>, 'steps' | 'measureEvery'>,
  seeds: readonly number[],
  summaries: readonly ConditionSummary<Name>[],
  results: readonly TrialResult<Name>[] = [],
): BakedStudy<Name> {
  const interval = ({ mean, halfWidth }: Interval): BakedInterval => ({
    mean: rounded(mean),
    halfWidth: rounded(halfWidth),
  });
  const overSeeds = (one: OverSeeds) => ({ values: one.values.map(rounded), ...interval(one) });
  const measure = ({ last, least, curve }: MeasureSummary): BakedMeasure => ({
    last: overSeeds(last),
    ...(curve.length > 1 && {
      least: overSeeds(least),
      curve: {
        mean: curve.map(({ mean }) => rounded(mean)),
        halfWidth: curve.map(({ halfWidth }) => rounded(halfWidth)),
      },
    }),
  });
  const testRows = results[0]?.hits?.length;
  const hitsOf = (name: string): readonly string[] =>
    results.flatMap(({ trial, hits }) => (trial.condition.name === name && hits ? [packHits(hits)] : []));
  return {
    seeds,
    ...(testRows !== undefined && { testRows }),
    steps: Array.from({ length: Math.ceil(steps / measureEvery) }, (_, n) => Math.min(steps, (n + 1) * measureEvery)),
    conditions: summaries.map(({ condition, diverged, measures }) => ({
      condition,
      diverged,
      measures: mapRecord(measures, measure),
      ...(hitsOf(condition).length > 0 && { hits: hitsOf(condition) }),
    })),
  };
}

/** Reads what {@link bakeStudy} wrote. */
export function readBakedStudy<Name extends string>(baked: BakedStudy<Name>): ConditionSummary<Name>[] {
  return baked.conditions.map(({ condition, diverged, measures }) => {
    const seeds = baked.seeds.length - diverged;
    const overSeeds = (one: BakedMeasure['last']): OverSeeds => ({ ...one, count: seeds });
    return {
      condition,
      seeds,
      diverged,
      measures: mapRecord(measures, ({ last, least = last, curve }): MeasureSummary => ({
        last: overSeeds(last),
        least: overSeeds(least),
        curve: baked.steps.map((step, n) => ({
          step,
          mean: (curve ? curve.mean[n] : last.mean) as number,
          halfWidth: (curve ? curve.halfWidth[n] : last.halfWidth) as number,
          count: seeds,
        })),
      })),
    };
  });
}

function mapRecord<Name extends string, From, To>(
  record: Readonly<Record<Name, From>>,
  map: (value: From) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(record).map(([name, value]) => [name, map(value)]);
  return Object.fromEntries(entries) as Record<Name, To>;
}
