import type { IntervalGroup, IntervalRow, MeasuredMean } from '../../figures/interval-rows.ts';
import type { ConditionSummary, OverSeeds } from '../../studies/summarize-study.ts';
import type { ConditionLook, MeasureColumn } from './rerun-plan.ts';

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
  const cellsOf = ({ measures }: ConditionSummary<Name>): MeasuredMean[] =>
    columns.map(({ measure, scale, least = false }) => scaled(measures[measure][least ? 'least' : 'last'], scale));
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
      cells: cellsOf(summary),
      ...(earlier && { before: cellsOf(earlier) }),
    });
    groups.set(group, rows);
  }
  return [...groups].map(([title, rows]) => ({ ...(title !== '' && { title }), rows }));
}

function scaled({ mean, halfWidth, values }: OverSeeds, scale: number): MeasuredMean {
  return {
    mean: scale * mean,
    ...(Number.isFinite(halfWidth) && { halfWidth: scale * halfWidth }),
    values: values.map((value) => scale * value),
  };
}
