import type { PairedChart } from '../../figures/chart/paired-marks.ts';
import { table4 as table } from '../../paper/tables/table-4.ts';
import { ermToMixup, fittedChart } from '../kit/paper/pair-of.ts';

/** Table 4: six data sets, each with ERM and with mixup. */
export function tabularChart(): PairedChart {
  const rows = table.rows.map(({ key, cells }) => ({
    key,
    label: String(cells[0]),
    pairs: [ermToMixup(table, `${key}.erm`, `${key}.mixup`)],
  }));
  return fittedChart([{ title: 'test error, %', decimals: 1 }], [{ rows }]);
}
