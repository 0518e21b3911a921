import type { Pair, PairedChart, PairedColumn, PairedGroup, PairedMark } from '../../../figures/chart/paired-marks.ts';
import { columnValues, pairedDomain } from '../../../figures/chart/paired-marks.ts';
import { differenceDomain } from '../../../figures/chart/value-axis.ts';
import { cellAt, type PaperTable } from '../../../paper/paper-table.ts';

type Look = Omit<PairedMark, 'value'>;

/** How ERM and mixup look where a chart compares the two. */
export const ermLook: Look = { name: 'ERM', method: 'erm' };
export const mixupLook: Look = { name: 'mixup', method: 'mixup' };

/** One number of a table as a mark. */
export const markAt = (table: PaperTable, of: string, look: Look): PairedMark => ({
  ...look,
  value: cellAt(table, of).value,
});

/** A number with ERM and one with mixup. */
export const ermToMixup = (table: PaperTable, erm: string, mixup: string): Pair => ({
  from: markAt(table, erm, ermLook),
  to: markAt(table, mixup, mixupLook),
});

/** A chart of the differences from ERM in the first column, sorted as the groups are; other columns are only read out. */
export function differenceChart(
  columns: readonly Omit<PairedColumn, 'domain'>[],
  groups: readonly PairedGroup[],
  legend: PairedChart['legend'],
): PairedChart {
  const changes = groups.flatMap(({ rows }) =>
    rows.flatMap(({ pairs: [pair] }) => (pair?.from ? [pair.to.value - pair.from.value] : [])),
  );
  return {
    columns: columns.map((column, k) => ({ ...column, domain: differenceDomain(changes, Infinity), unseen: k > 0 })),
    groups,
    asDifferences: true,
    legend,
  };
}

/** A chart whose axes are as long as its values need. */
export function fittedChart(
  columns: readonly Omit<PairedColumn, 'domain'>[],
  groups: readonly PairedGroup[],
  legend: PairedChart['legend'] = [ermLook, mixupLook],
): PairedChart {
  return {
    columns: columns.map((column, k) => ({ ...column, domain: pairedDomain(columnValues(groups, k)) })),
    groups,
    legend,
  };
}
