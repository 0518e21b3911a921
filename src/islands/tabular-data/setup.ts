import { tabularDataParameters } from './parameters.ts';
import { realTableNames, realTables } from '../../studies/real-tables.ts';
import {
  tabularConditions,
  tabularData,
  tabularMeasures,
  type TabularCondition,
  type TabularMeasure,
} from '../../studies/tabular-data.ts';
import { tableRows, tabularFinding } from './finding.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { fetchTable } from '../../data/fetch-data.ts';

/** The paper's Table 4 as a figure, on tables that the site ships. */
export const tabularDataSetup: RerunSetup<typeof tabularDataParameters, TabularMeasure, TabularCondition> = {
  parameters: tabularDataParameters,
  selecting: ['data'],
  presets: [
    { name: 'Iris', set: { data: 'iris', alpha: '1', epochs: '10' } },
    { name: 'Wine', set: { data: 'wine', alpha: '1', epochs: '10' } },
    { name: 'Breast cancer', set: { data: 'breast-cancer', alpha: '1', epochs: '10' } },
    { name: 'Abalone', set: { data: 'abalone', alpha: '1', epochs: '10' } },
    { name: 'Iris, ten times longer', set: { data: 'iris', alpha: '1', epochs: '100' } },
  ],
  docked: ['data'],
  measures: tabularMeasures,
  study: async ({ data, alpha, epochs }) =>
    tabularData(await fetchTable(data), { name: data, alpha, epochs: Number(epochs) }),
  conditions: realTableNames.flatMap((table) => tabularConditions(table)),
  look: ({ data, policy }) => ({
    ...ermOrMixup(policy),
    group: realTables[data],
  }),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 1 },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  finding: (summaries) => tabularFinding(tableRows(summaries)),
  repeats: 'splits',
  title: 'Test error and loss on tables of numbers, means over random splits',
  results: {
    beside: 'tabular-data',
    title: 'Here: four tables, the paper’s network',
    files: ['tabular-iris', 'tabular-wine', 'tabular-breast-cancer', 'tabular-abalone'],
  },
};
