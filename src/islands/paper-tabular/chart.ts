import { difference, type PairedChart, type PairedRow } from '../../figures/chart/paired-marks.ts';
import { table4 as table } from '../../paper/tables/table-4.ts';
import { differenceChart, ermToMixup, mixupLook } from '../kit/paper/pair-of.ts';

/** Table 4: what mixup changes on six data sets, the one that gains most first. */
export function tabularChart(): PairedChart {
  const decimals = 1;
  const rows = table.rows.map(({ key, cells }): PairedRow => ({
    key,
    label: String(cells[0]),
    pairs: [ermToMixup(table, `${key}.erm`, `${key}.mixup`)],
  }));
  const changeOf = ({ pairs: [pair] }: PairedRow): number => (pair && difference(pair, decimals)) ?? 0;
  return differenceChart(
    [{ title: 'test error, change in points', decimals }],
    [{ rows: rows.toSorted((a, b) => changeOf(a) - changeOf(b)) }],
    [mixupLook],
  );
}
