import type { IntervalGroup, IntervalRow, MeasuredMean } from '../../../figures/chart/interval-rows.ts';
import type { ConditionSummary } from '../../../studies/summarize-study.ts';
import { conditionNamed, type Condition } from '../../../studies/study.ts';
import { measuredChange, measuredMean } from './measured.ts';
import type { ConditionLook, MeasureColumn } from './rerun-setup.ts';

type Cell = MeasuredMean | undefined;

/** What a figure needs to know of a setup to shape its rows. */
interface Shape<Name extends string> {
  readonly conditions: readonly Condition[];
  look(condition: Condition): ConditionLook;
  readonly columns: readonly MeasureColumn<Name>[];
}

/**
 * The rows of a re-run's figure, in groups, in the order of the summaries.
 *
 * @param before the same conditions as computed in advance, where they are comparable
 */
export function shownRows<Name extends string>(
  shape: Shape<Name>,
  summaries: readonly ConditionSummary<Name>[],
  before: readonly ConditionSummary<Name>[] = [],
): IntervalGroup[] {
  const named = ({ condition }: ConditionSummary<Name>): Condition => conditionNamed(shape.conditions, condition);
  const cellsOf = (one: ConditionSummary<Name>, all: readonly ConditionSummary<Name>[]): Cell[] =>
    shape.columns.map((column) => cellOf(column, named(one), one, all));
  const groups = new Map<string, IntervalRow[]>();
  for (const summary of summaries) {
    const { condition } = summary;
    const { label, method, group = '' } = shape.look(named(summary));
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
  condition: Condition,
  summary: ConditionSummary<Name>,
  summaries: readonly ConditionSummary<Name>[],
): Cell {
  const of = { measure, scale, least, relative };
  if (!against) return measuredMean(summary, of);
  const name = against(condition);
  const baseline = summaries.find((one) => one.condition === name);
  return baseline && measuredChange(baseline, summary, of);
}
