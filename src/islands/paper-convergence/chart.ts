import type { PairedChart } from '../../figures/chart/paired-marks.ts';
import { figure3b as table } from '../../paper/tables/figure-3b.ts';
import { ermToMixup, fittedChart } from '../kit/paper/pair-of.ts';

/** Figure 3b: what can be read off the ends of its curves. */
export function convergenceChart(): PairedChart {
  const rows = [
    { key: 'final', label: 'last epoch' },
    { key: 'lowest', label: 'lowest of all epochs' },
  ].map((row) => ({ ...row, pairs: [ermToMixup(table, `erm.${row.key}`, `mixup.${row.key}`)] }));
  return fittedChart([{ title: 'DenseNet-190, test error (about), %', decimals: 2 }], [{ rows }]);
}
