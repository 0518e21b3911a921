import type { PairedChart, PairedRow } from '../../figures/chart/paired-marks.ts';
import { cellOf } from '../../paper/paper-table.ts';
import { table1 as table } from '../../paper/tables/table-1.ts';
import { differenceChart, ermToMixup, markAt, mixupLook } from '../kit/paper/pair-of.ts';

const shortly = { ...mixupLook, name: 'mixup, 90 epochs', hollow: true };
const long = { ...mixupLook, name: 'mixup, 200 epochs' };

/** Table 1: what mixup changes on each network, after a shorter and after a longer training. */
export function imagenetChart(): PairedChart {
  const networks = [
    { title: 'ResNet-50', key: 'resnet-50' },
    { title: 'ResNet-101', key: 'resnet-101' },
    { title: 'ResNeXt-101 32×4d', key: 'resnext-101-32x4d' },
  ];
  return differenceChart(
    [
      { title: 'top-1 error, change in points', decimals: 1 },
      { title: 'top-5 error, %', decimals: 1 },
    ],
    [
      ...networks.map(({ title, key }) => ({
        title,
        rows: [comparison(title, `${key}.90`), comparison(title, `${key}.200`)],
      })),
      {
        title: 'ResNeXt-101 64×4d',
        rows: [comparison('ResNeXt-101 64×4d', 'resnext-101-64x4d.90', 'resnext-101-64x4d.100')],
      },
    ],
    [shortly, long],
  );
}

function comparison(network: string, mixed: string, plain = mixed): PairedRow {
  const [erm, mixup] = [`${plain}.erm`, `${mixed}.mixup`];
  const from = cellOf(table, erm, 'from');
  const epochs = Number(cellOf(table, mixup, 'epochs'));
  const length = plain === mixed ? '' : `, after ${String(cellOf(table, erm, 'epochs'))} epochs`;
  const pairOf = (column: string) =>
    cellOf(table, erm, column) === null
      ? { from: null, to: markAt(table, `${mixup}.${column}`, mixupLook) }
      : ermToMixup(table, `${erm}.${column}`, `${mixup}.${column}`);
  return {
    key: mixed,
    label: `${epochs} epochs`,
    name: `${network}, ${epochs} epochs`,
    note: `α = ${String(cellOf(table, mixup, 'alpha'))}.${from === null ? '' : ` ERM’s number is from ${from}${length}.`}`,
    pairs: ['top-1', 'top-5'].map((column) => {
      const pair = pairOf(column);
      return { ...pair, to: { ...pair.to, hollow: epochs < 200 } };
    }),
  };
}
