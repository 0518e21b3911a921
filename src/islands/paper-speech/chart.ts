import type { PairedChart } from '../../figures/chart/paired-marks.ts';
import { figure4 as table } from '../../paper/tables/figure-4.ts';
import { ermToMixup, fittedChart } from '../kit/paper/pair-of.ts';

const networks = [
  { key: 'lenet', title: 'LeNet, the small network' },
  { key: 'vgg-11', title: 'VGG-11, the large network' },
];

/** Figure 4: each network with two strengths of mixup against ERM. */
export function speechChart(): PairedChart {
  const groups = networks.map(({ key, title }) => ({
    title,
    rows: [0.1, 0.2].map((alpha) => ({
      key: `${key}.${alpha}`,
      label: `mixup, α = ${alpha}`,
      name: `${title}, α = ${alpha}`,
      pairs: ['validation', 'test'].map((column) =>
        ermToMixup(table, `${key}.erm.${column}`, `${key}.mixup-${alpha}.${column}`),
      ),
    })),
  }));
  return fittedChart(
    [
      { title: 'validation error, %', decimals: 1 },
      { title: 'test error, %', decimals: 1 },
    ],
    groups,
  );
}
