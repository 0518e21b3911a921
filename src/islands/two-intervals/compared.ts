import { intervalOverExamples } from '../../core/statistics/interval-over-examples.ts';
import type { Interval } from '../../core/statistics/interval.ts';
import { readDigits } from '../../data/digits/read-digits.ts';
import { readTable } from '../../data/read-data.ts';
import { digitsProtocol } from '../../studies/digits-study.ts';
import { missesByExample } from '../../studies/misses-by-example.ts';
import type { RealTable } from '../../studies/real-tables.ts';
import { tabularProtocol } from '../../studies/tabular-data.ts';
import { baked, bakedDifference, bakedStudy } from '../kit/baked/baked-results.ts';

/** An error, or a difference of two, in percent or points: its mean and half of its interval over seeds and over examples. */
export interface Compared {
  /** Unique among all. */
  readonly key: string;
  readonly label: string;
  readonly mean: number;
  readonly overSeeds: number;
  readonly overExamples: number;
}

/** Which of the baked numbers are looked at twice. */
interface Asked {
  readonly experiment: string;
  readonly condition: string;
  readonly minus?: string;
  readonly label: string;
}

const strength = (alpha: string): string => `α\u00A0=\u00A0${alpha}`;

const errors: readonly Asked[] = [
  { experiment: 'alpha-sweep', condition: 'erm', label: 'ERM' },
  { experiment: 'alpha-sweep', condition: 'mixup-0_2', label: `mixup, ${strength('0.2')}` },
  { experiment: 'capacity-sweep', condition: 'erm-4', label: 'ERM with 4 units' },
  { experiment: 'corrupted-labels', condition: 'erm 50', label: 'ERM, half of the labels wrong' },
  { experiment: 'tabular-breast-cancer', condition: 'breast-cancer erm', label: 'ERM on Breast cancer' },
  { experiment: 'tabular-wine', condition: 'wine erm', label: 'ERM on Wine' },
];

const sweep = (alpha: string): Asked => ({
  experiment: 'alpha-sweep',
  condition: `mixup-${alpha.replace('.', '_')}`,
  minus: 'erm',
  label: strength(alpha),
});
const sized = (units: number): Asked => ({
  experiment: 'capacity-sweep',
  condition: `weak-mixup-${units}`,
  minus: `erm-${units}`,
  label: `${strength('0.2')}, ${units} units`,
});
const onTable = (table: RealTable, name: string): Asked => ({
  experiment: `tabular-${table}`,
  condition: `${table} mixup`,
  minus: `${table} erm`,
  label: `${strength('1')}, ${name}`,
});

const differences: readonly Asked[] = [
  ...['0.1', '0.2', '0.4', '1', '8', '32'].map(sweep),
  ...[16, 32, 128].map(sized),
  { experiment: 'mixing-choices', condition: 'smoothing', minus: 'erm', label: 'labels smoothed, not mixed' },
  onTable('breast-cancer', 'Breast cancer'),
  onTable('iris', 'Iris'),
];

/** Rows of each data set: the digits, and tables by their names. */
const rowsOf = async (experiment: string): Promise<{ rows: number; trainingRows: number }> => {
  const table = /^tabular-(.+)$/.exec(experiment)?.[1];
  if (table === undefined)
    return { rows: (await readDigits()).labels.length, trainingRows: digitsProtocol.trainingRows };
  const rows = (await readTable(table)).labels.length;
  return { rows, trainingRows: Math.round(tabularProtocol.trainingShare * rows) };
};

/** Names the draws of examples; another number changes the last digit shown by one at most. */
const seed = 1;

async function compare({ experiment, condition, minus, label }: Asked): Promise<Compared> {
  const misses = missesByExample(bakedStudy(experiment), await rowsOf(experiment), condition, minus);
  const path = (of: string): string => `${of}.testError.last`;
  const { mean, halfWidth } =
    minus === undefined
      ? baked(experiment, path(condition))
      : bakedDifference(experiment, path(condition), path(minus));
  const overExamples: Interval = intervalOverExamples(misses, seed);
  const key = [experiment, condition, ...(minus === undefined ? [] : [minus])].join(' ');
  return { key, label, mean: 100 * mean, overSeeds: 100 * halfWidth, overExamples: 100 * overExamples.halfWidth };
}

/** The errors that are looked at twice, in percent. */
export const comparedErrors: readonly Compared[] = await Promise.all(errors.map(compare));

/** The changes from ERM that are looked at twice, in points. */
export const comparedDifferences: readonly Compared[] = await Promise.all(differences.map(compare));
