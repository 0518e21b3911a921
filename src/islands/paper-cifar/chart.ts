import type { PairedChart } from '../../figures/chart/paired-marks.ts';
import { figure3a as table } from '../../paper/tables/figure-3a.ts';
import { ermToMixup, fittedChart } from '../kit/paper/pair-of.ts';

const networks = [
  { key: 'preact-resnet-18', label: 'PreAct ResNet-18' },
  { key: 'wideresnet-28-10', label: 'WideResNet-28-10' },
  { key: 'densenet-bc-190', label: 'DenseNet-BC-190' },
];

/** Figure 3a: three networks on two data sets. */
export function cifarChart(): PairedChart {
  const rows = networks.map(({ key, label }) => ({
    key,
    label,
    pairs: ['cifar-10', 'cifar-100'].map((data) => ermToMixup(table, `${data}.${key}.erm`, `${data}.${key}.mixup`)),
  }));
  return fittedChart(
    [
      { title: 'CIFAR-10, test error, %', decimals: 1 },
      { title: 'CIFAR-100, test error, %', decimals: 1 },
    ],
    [{ rows }],
  );
}
