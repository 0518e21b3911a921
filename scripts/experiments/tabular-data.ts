import { realTableNames, realTables, type RealTable } from '../../src/studies/real-tables.ts';
import { tabularData, tabularMeasures, tabularProtocol } from '../../src/studies/tabular-data.ts';
import type { Experiment } from './experiment.ts';
import { readTable } from '../../src/data/read-data.ts';
import { studyExperiment } from './study-experiment.ts';

/** Strength of mixup, which the paper leaves open for its tables. */
const alpha = 1;

function tabularExperiment(table: RealTable, name: string, epochs: number): Experiment {
  return studyExperiment({
    name,
    summary: `test error and loss on ${realTables[table]} after ${epochs} epochs (Table 4 of the paper), over random splits`,
    data: `${table}.csv, ${100 * tabularProtocol.trainingShare} % of the rows to train on, columns standardized on these`,
    measures: tabularMeasures,
    seeds: Array.from({ length: 32 }, (_, n) => n + 1),
    study: async () => tabularData(await readTable(table), { name: table, alpha, epochs }),
  });
}

/** One experiment for each table, because each has a length of training of its own, and one that trains ten times as long. */
export default [
  ...realTableNames.map((table) => tabularExperiment(table, `tabular-${table}`, tabularProtocol.epochs)),
  tabularExperiment('iris', 'tabular-iris-longer', 10 * tabularProtocol.epochs),
];
