import { meanInterval } from '../../../core/statistics/interval.ts';
import type { MeasuredMean } from '../../../figures/chart/interval-rows.ts';
import type { ConditionSummary, OverSeeds } from '../../../studies/summarize-study.ts';

/** Which number of a condition is drawn. */
interface Measured<Name extends string> {
  readonly measure: Name;
  /** What it is multiplied by, such as 100 for shares in percent. */
  readonly scale: number;
  /** The least value of each seed's training instead of the last. */
  readonly least?: boolean;
}

/** Which difference of two conditions is drawn. */
export interface MeasuredDifference<Name extends string> extends Measured<Name> {
  /** The change as a share of what each seed had. */
  readonly relative?: boolean;
}

/** A measure of a condition over its seeds. */
export function measuredMean<Name extends string>(summary: ConditionSummary<Name>, of: Measured<Name>): MeasuredMean {
  return scaled(overSeeds(summary, of), of.scale);
}

/**
 * What a condition changes against another, seed by seed.
 *
 * @returns nothing where seeds cannot be matched, or a share is asked for of nothing
 */
export function measuredChange<Name extends string>(
  baseline: ConditionSummary<Name>,
  summary: ConditionSummary<Name>,
  of: MeasuredDifference<Name>,
): MeasuredMean | undefined {
  // Values are kept without their seeds, so that they cannot be paired where one is missing.
  if (baseline.seeds !== summary.seeds || baseline.diverged + summary.diverged > 0) return undefined;
  const first = overSeeds(baseline, of).values;
  const values = overSeeds(summary, of).values.map((value, n) => {
    const difference = value - (first[n] as number);
    return of.relative ? difference / (first[n] as number) : difference;
  });
  return values.every(Number.isFinite) ? scaled({ ...meanInterval(values), values }, of.scale) : undefined;
}

const overSeeds = <Name extends string>(
  { measures }: ConditionSummary<Name>,
  { measure, least = false }: Measured<Name>,
): OverSeeds => measures[measure][least ? 'least' : 'last'];

function scaled({ mean, halfWidth, values }: OverSeeds, scale: number): MeasuredMean {
  return {
    mean: scale * mean,
    ...(Number.isFinite(halfWidth) && { halfWidth: scale * halfWidth }),
    values: values.map((value) => scale * value),
  };
}
