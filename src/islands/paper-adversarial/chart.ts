import type { PairedChart } from '../../figures/chart/paired-marks.ts';
import { table3 as table } from '../../paper/tables/table-3.ts';
import { ermToMixup, fittedChart } from '../kit/paper/pair-of.ts';

const settings = [
  { key: 'white-box', title: 'White box: made on the network itself' },
  { key: 'black-box', title: 'Black box: made on another ERM network' },
];
const attacks = [
  { key: 'fgsm', label: 'one step (FGSM)' },
  { key: 'i-fgsm', label: 'ten steps (I-FGSM)' },
];

/** Table 3: two attacks, made on the network itself or on another. */
export function adversarialChart(): PairedChart {
  const groups = settings.map(({ key, title }) => ({
    title,
    rows: attacks.map((attack) => ({
      key: `${key}.${attack.key}`,
      label: attack.label,
      name: `${title.split(':')[0] ?? title}, ${attack.label}`,
      pairs: ['top-1', 'top-5'].map((metric) =>
        ermToMixup(table, `${key}.${metric}.erm.${attack.key}`, `${key}.${metric}.mixup.${attack.key}`),
      ),
    })),
  }));
  const chart = fittedChart(
    [
      { title: 'top-1 error, %', decimals: 1 },
      { title: 'top-5 error, %', decimals: 1 },
    ],
    groups,
  );
  return { ...chart, columns: chart.columns.map((column) => ({ ...column, domain: [0, 100] })) };
}
