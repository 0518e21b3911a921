import type { DataSet } from '../core/data/data-set.ts';
import { splitRows } from '../core/data/split-rows.ts';
import { takeRows } from '../core/data/take-rows.ts';
import type { Member } from '../core/training/ensemble.ts';
import { errorRate, negativeLogLikelihood } from '../core/statistics/classification.ts';
import type { Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import type { TrainingEnsemble } from '../engine/engine.ts';
import { hitsAmong } from './hits.ts';
import type { RealTable } from './real-tables.ts';
import { groupsOfSplits, standardizedCopies } from './standardized-copies.ts';
import type { Condition, Measures, Study, StudyPart } from './study.ts';

/** `testError`: share of the test rows from 0 to 1; `testLoss`: in nats. */
export const tabularMeasures = ['testError', 'testLoss'] as const;
export type TabularMeasure = (typeof tabularMeasures)[number];

/** Network and training of the paper's Sec. 3.6, and the share of rows to train on, which it leaves open. */
export const tabularProtocol = {
  hidden: [128, 128],
  optimizer: adam(0.001),
  batch: 16,
  epochs: 10,
  trainingShare: 0.8,
} as const;

/** What a study on a table of numbers compares. */
interface TabularSettings {
  /** Name of the table. */
  readonly name: RealTable;
  /** Strength of mixup. */
  readonly alpha: number;
  /** Passes through the training rows. */
  readonly epochs?: number;
}

/** A condition of a study on a table of numbers. */
export interface TabularCondition extends Condition {
  readonly data: RealTable;
}

/** ERM and mixup on one table. */
export const tabularConditions = (data: RealTable, alpha = 1): readonly TabularCondition[] => [
  { name: `${data} erm`, data, policy: ermPolicy },
  { name: `${data} mixup`, data, policy: mixupPolicy(alpha) },
];

/**
 * Table 4 of the paper on one table of numbers: ERM and mixup on the same split for each seed. Every column is standardized
 * on the training rows of its split. Measured once, at the end.
 */
export function tabularData(table: DataSet, settings: TabularSettings): Study<TabularMeasure> {
  const { name, alpha, epochs = tabularProtocol.epochs } = settings;
  const trainingRows = Math.round(tabularProtocol.trainingShare * table.labels.length);
  const steps = Math.round((epochs * trainingRows) / tabularProtocol.batch);
  const conditions = tabularConditions(name, alpha);
  return {
    conditions,
    steps,
    measureEvery: steps,
    parts: (seeds) => {
      const answers = conditions.length * (table.labels.length - trainingRows) * table.classes;
      return groupsOfSplits(seeds, answers).map((group) => tabularPart(table, trainingRows, conditions, group));
    },
  };
}

function tabularPart(
  table: DataSet,
  trainingRows: number,
  conditions: readonly Condition[],
  seeds: readonly number[],
): StudyPart<TabularMeasure> {
  const { classes, width } = table;
  const rows = table.labels.length;
  const splits = seeds.map((seed) => splitRows(rows, trainingRows, seed));
  const { inputs, labels, trainingRows: ownRows, copies } = standardizedCopies(table, splits);
  const tests = splits.map(({ test }, s) => takeRows({ ...table, inputs: copies[s] as Float32Array }, test));
  const points = Float32Array.from(tests.flatMap((one) => Array.from(one.inputs)));
  const testRows = rows - trainingRows;
  const trials = seeds.flatMap((seed, s) => conditions.map((condition) => ({ condition, seed, s })));
  /** Every member answers the test rows of all seeds; it is judged on those of its own. */
  const eachMember = async <Found>(
    training: TrainingEnsemble,
    find: (logs: Float32Array, labels: Uint8Array) => Found,
  ): Promise<Found[]> => {
    const logs = await training.evaluate(points);
    return trials.map(({ s }, m) => {
      const start = (m * seeds.length + s) * testRows * classes;
      return find(logs.subarray(start, start + testRows * classes), (tests[s] as DataSet).labels);
    });
  };
  return {
    trials: trials.map(({ condition, seed }) => ({ condition, seed })),
    ensemble: {
      network: tabularNetwork(width, classes),
      inputs,
      members: trials.map(({ condition: { policy }, seed, s }): Member => ({
        seed,
        policy,
        optimizer: tabularProtocol.optimizer,
        labels,
        rows: ownRows[s] as Uint32Array,
      })),
      batch: tabularProtocol.batch,
    },
    measure: (training) =>
      eachMember(training, (own, right): Measures<TabularMeasure> =>
        own.some(Number.isNaN)
          ? { testError: NaN, testLoss: NaN }
          : { testError: errorRate(own, right, classes), testLoss: negativeLogLikelihood(own, right, classes) },
      ),
    hits: (training) => eachMember(training, (own, right) => hitsAmong(own, right, classes)),
  };
}

/** The network of the paper's Sec. 3.6. */
function tabularNetwork(width: number, classes: number): Network {
  return { sizes: [width, ...tabularProtocol.hidden, classes], activation: 'relu' };
}
