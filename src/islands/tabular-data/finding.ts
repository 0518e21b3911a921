import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import { excludesZero } from '../../figures/chart/interval-rows.ts';
import { formatNumber } from '../../figures/chart/linear-scale.ts';
import { realTableNames, realTables } from '../../studies/real-tables.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import type { TabularMeasure } from '../../studies/tabular-data.ts';
import { measuredChange } from '../kit/rerun/measured.ts';

/** What mixup changes on each table, in points of the test error, paired by split. */
export function tableRows(
  summaries: readonly ConditionSummary<TabularMeasure>[],
  before: readonly ConditionSummary<TabularMeasure>[] = [],
): DifferenceRow[] {
  const of = { measure: 'testError', scale: 100 } as const;
  const pairOf = (all: readonly ConditionSummary<TabularMeasure>[], table: string) =>
    ['erm', 'mixup'].map((method) => all.find(({ condition }) => condition === `${table} ${method}`));
  return realTableNames.flatMap((table): DifferenceRow[] => {
    const [erm, mixup] = pairOf(summaries, table);
    const change = erm && mixup && measuredChange(erm, mixup, of);
    if (!change) return [];
    const [ermBefore, mixupBefore] = pairOf(before, table);
    const name = realTables[table];
    return [
      {
        key: table,
        label: `${name}, ERM ${formatNumber(100 * erm.measures.testError.last.mean, 1)}\u00A0%`,
        short: name,
        method: 'mixup',
        change,
        before: ermBefore && mixupBefore && measuredChange(ermBefore, mixupBefore, of),
      },
    ];
  });
}

/** What the tables say of mixup, read off the differences. */
export function tabularFinding(rows: readonly DifferenceRow[]): string {
  const told = rows.filter(({ change }) => excludesZero(change));
  const gains = told.filter(({ change }) => change.mean < 0).length;
  const where = rows.length === 1 ? 'On this table' : `On ${rows.length} small tables`;
  if (rows.every(({ change }) => change.halfWidth === undefined)) return 'Test error on tables of numbers';
  if (gains === 0 && told.length > 0 && rows.length > 1)
    return `mixup errs more on ${told.length} of ${rows.length} small tables, less on none`;
  if (gains === 0) return `${where} mixup does not lower the error`;
  return rows.length === 1
    ? `${where} mixup errs less than ERM`
    : `mixup errs less on ${gains} of ${rows.length} tables, more on ${told.length - gains}`;
}
