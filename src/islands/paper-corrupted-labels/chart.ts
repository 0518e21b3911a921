import type { Method } from '../../figures/chart/method-style.ts';
import type { Pair, PairedChart } from '../../figures/chart/paired-marks.ts';
import { cellOf } from '../../paper/paper-table.ts';
import { table2 as table } from '../../paper/tables/table-2.ts';
import { fittedChart, markAt } from '../kit/paper/pair-of.ts';

const methods: readonly { key: string; name: string; method: Method }[] = [
  { key: 'erm', name: 'ERM', method: 'erm' },
  { key: 'erm-dropout', name: 'ERM + dropout', method: 'dropout' },
  { key: 'mixup', name: 'mixup', method: 'mixup' },
  { key: 'mixup-dropout', name: 'mixup + dropout', method: 'both' },
];

/** Table 2: for each share of corrupted labels and each method, best and last test error, and the two training errors. */
export function corruptedLabelsChart(): PairedChart {
  const groups = [20, 50, 80].map((level) => ({
    title: `${level} % of the labels corrupted`,
    rows: methods.map(({ key, name, method }) => {
      const row = `${level}.${key}`;
      const pair = (from: string, fromName: string, to: string, toName: string): Pair => ({
        from: markAt(table, `${row}.${from}`, { name: fromName, method, hollow: true }),
        to: markAt(table, `${row}.${to}`, { name: toName, method }),
      });
      return {
        key: row,
        label: name,
        name: `${name}, ${level} % of the labels corrupted`,
        note: settings(row),
        pairs: [
          pair('best', 'best epoch', 'last', 'last epoch'),
          pair('real', 'real labels', 'corrupted', 'corrupted labels'),
        ],
      };
    }),
  }));
  const chart = fittedChart(
    [
      { title: 'test error, %', subtitle: 'outline: best epoch; filled: last', decimals: 1 },
      { title: 'training error, %', subtitle: 'outline: on real labels; filled: on corrupted', decimals: 2 },
    ],
    groups,
    methods.map(({ name, method }) => ({ name, method })),
  );
  // The whole range, so that 100 is "all wrong" on both axes.
  return { ...chart, columns: chart.columns.map((column) => ({ ...column, domain: [0, 100] })) };
}

function settings(key: string): string {
  const [alpha, p] = [cellOf(table, key, 'alpha'), cellOf(table, key, 'p')];
  const said = [alpha === null ? '' : `α = ${alpha}`, p === null ? '' : `dropout p = ${p}`].filter(Boolean);
  return said.length > 0 ? `${said.join(', ')}.` : '';
}
