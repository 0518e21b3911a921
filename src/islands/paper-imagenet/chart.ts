import type { PairedChart, PairedRow } from '../../figures/chart/paired-marks.ts';
import { cellOf } from '../../paper/paper-table.ts';
import { table1 as table } from '../../paper/tables/table-1.ts';
import { ermToMixup, fittedChart, markAt, mixupLook } from '../kit/paper/pair-of.ts';

/** Table 1: ERM and mixup on each network and length of training. */
export function imagenetChart(): PairedChart {
  return fittedChart(
    [
      { title: 'top-1 error, %', decimals: 1 },
      { title: 'top-5 error, %', decimals: 1 },
    ],
    [
      {
        title: '90 epochs',
        rows: [
          comparison('ResNet-50', 'resnet-50.90'),
          comparison('ResNet-101', 'resnet-101.90'),
          comparison('ResNeXt-101 32×4d', 'resnext-101-32x4d.90'),
          comparison('ResNeXt-101 64×4d', 'resnext-101-64x4d.90', 'resnext-101-64x4d.100'),
        ],
      },
      {
        title: '200 epochs',
        rows: [
          comparison('ResNet-50', 'resnet-50.200'),
          comparison('ResNet-101', 'resnet-101.200'),
          comparison('ResNeXt-101 32×4d', 'resnext-101-32x4d.200'),
        ],
      },
    ],
  );
}

function comparison(label: string, mixed: string, plain = mixed): PairedRow {
  const [erm, mixup] = [`${plain}.erm`, `${mixed}.mixup`];
  const from = cellOf(table, erm, 'from');
  const length = plain === mixed ? '' : `, after ${String(cellOf(table, erm, 'epochs'))} epochs`;
  return {
    key: mixed,
    label,
    name: `${label}, ${String(cellOf(table, mixup, 'epochs'))} epochs`,
    note: `α = ${String(cellOf(table, mixup, 'alpha'))}.${from === null ? '' : ` ERM’s number is from ${from}${length}.`}`,
    pairs: ['top-1', 'top-5'].map((column) =>
      cellOf(table, erm, column) === null
        ? { from: null, to: markAt(table, `${mixup}.${column}`, mixupLook) }
        : ermToMixup(table, `${erm}.${column}`, `${mixup}.${column}`),
    ),
  };
}
