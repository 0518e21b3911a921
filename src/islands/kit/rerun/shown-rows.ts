import { meanInterval } from '../../../core/statistics/interval.ts';
import type { IntervalGroup, IntervalRow, MeasuredMean } from '../../../figures/chart/interval-rows.ts';
import type { ConditionSummary, OverSeeds } from '../../../studies/summarize-study.ts';
import type { ConditionLook, MeasureColumn } from './rerun-plan.ts';

type Cell = MeasuredMean | undefined;

/** What a figure needs to know of a plan to shape its rows. */
interface Shape<Name extends string> {
  readonly look: (condition: string) => ConditionLook;
  readonly columns: readonly MeasureColumn<Name>[];
}

/**
 * The rows of a re-run's figure, in groups, in the order of the summaries.
 *
 * @param before the same conditions as computed in advance, where they are comparable
 */
export function shownRows<Name extends string>(
  { look, columns }: Shape<Name>,
  summaries: readonly ConditionSummary<Name>[],
  before: readonly ConditionSummary<Name>[] = [],
): IntervalGroup[] {
  const cellsOf = (one: ConditionSummary<Name>, all: readonly ConditionSummary<Name>[]): Cell[] =>
    columns.map((column) => cellOf(column, one, all));
  const groups = new Map<string, IntervalRow[]>();
  for (const summary of summaries) {
    const { condition } = summary;
    const { label, method, group = '' } = look(condition);
    const earlier = before.find((one) => one.condition === condition);
    const rows = groups.get(group) ?? [];
    rows.push({
      key: condition,
      label,
      method,
      cells: cellsOf(summary, summaries),
      ...(earlier && { before: cellsOf(earlier, before) }),
    });
    groups.set(group, rows);
  }
  return [...groups].map(([title, rows]) => ({ ...(title !== '' && { title }), rows }));
}

function cellOf<Name extends string>(
  { measure, scale, least = false, against, relative = false }: MeasureColumn<Name>,
  summary: ConditionSummary<Name>,
  summaries: readonly ConditionSummary<Name>[],
): Cell {
  const overSeeds = ({ measures }: ConditionSummary<Name>): OverSeeds => measures[measure][least ? 'least' : 'last'];
  if (!against) return scaled(overSeeds(summary), scale);
  const name = against(summary.condition);
  const baseline = summaries.find(({ condition }) => condition === name);
  // Values are kept without their seeds, so that they cannot be paired where one is missing.
  if (!baseline || baseline.seeds !== summary.seeds || baseline.diverged + summary.diverged > 0) return undefined;
  const first = overSeeds(baseline).values;
  const values = overSeeds(summary).values.map((value, n) => {
    const difference = value - (first[n] as number);
    return relative ? difference / (first[n] as number) : difference;
  });
  return scaled({ ...meanInterval(values), values }, scale);
}

function scaled({ mean, halfWidth, values }: OverSeeds, scale: number): MeasuredMean {
  return {
    mean: scale * mean,
    ...(Number.isFinite(halfWidth) && { halfWidth: scale * halfWidth }),
    values: values.map((value) => scale * value),
  };
}
