import type { Method } from '../../figures/chart/method-style.ts';
import type { PairedChart, PairedRow } from '../../figures/chart/paired-marks.ts';
import { cellOf } from '../../paper/paper-table.ts';
import { table5 as table } from '../../paper/tables/table-5.ts';
import { ermLook, fittedChart, markAt } from '../kit/paper/pair-of.ts';

/** What mixes inputs and labels wears the color of mixup; what does one of both or neither does not. */
const methodOf = (group: string): Method => (group === 'mixup' || group === 'hidden' ? 'mixup' : 'other');

/** Table 5: every variant against ERM with the same weight decay. */
export function ablationChart(): PairedChart {
  const variants = table.rows.filter(({ key }) => key !== 'erm');
  const titleOf = (key: string): string => String(cellOf(table, key, 'group'));
  const groups = [...new Set(variants.map(({ key }) => titleOf(key)))].map((title) => ({
    title,
    rows: variants.filter(({ key }) => titleOf(key) === title).map(({ key }) => row(key, title)),
  }));
  return fittedChart(
    [
      { title: 'decay 0.0001: error, %', decimals: 2 },
      { title: 'decay 0.0005: error, %', decimals: 2 },
    ],
    groups,
    [ermLook, { name: 'mixup, inputs or hidden', method: 'mixup' }, { name: 'anything else', method: 'other' }],
  );
}

function row(key: string, title: string): PairedRow {
  const variant = String(cellOf(table, key, 'variant'));
  const look = { name: 'variant', method: methodOf(key.split('.')[0] ?? '') };
  return {
    key,
    // Its name says in full what the chart has no room for.
    label: variant.replace(' partner', ''),
    name: `${title}: ${variant}`,
    pairs: ['weak-decay', 'strong-decay'].map((decay) => ({
      from: markAt(table, `erm.${decay}`, ermLook),
      to: markAt(table, `${key}.${decay}`, look),
    })),
  };
}
