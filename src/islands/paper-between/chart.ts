import type { LineSeries } from '../../figures/chart/line-series.ts';
import { cellAt } from '../../paper/paper-table.ts';
import { figure2 as table } from '../../paper/tables/figure-2.ts';

/** Figure 2: the curves of ERM and mixup over lambda, for `misses` or for `norm`. */
export const betweenSeries = (quantity: 'misses' | 'norm'): LineSeries[] =>
  (['erm', 'mixup'] as const).map((method) => ({
    name: method === 'erm' ? 'ERM' : 'mixup',
    method,
    values: table.rows.map(({ key }) => ({
      x: cellAt(table, `${key}.lambda`).value,
      y: cellAt(table, `${key}.${method}-${quantity}`).value,
    })),
  }));
