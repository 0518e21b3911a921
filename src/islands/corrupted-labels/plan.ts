import { corruptedLabelsParameters } from './parameters.ts';
import {
  corruptedCondition,
  corruptedLabels,
  corruptedMethodNames,
  corruptedShares,
  readCorruptedCondition,
} from '../../studies/corrupted-labels.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { RerunPlan } from '../kit/rerun/rerun-plan.ts';
import { fetchDigitTable } from '../../data/fetch-digit-table.ts';
import { corruptedLooks } from '../kit/rerun/corrupted-looks.ts';

const groupOf = (share: number): string => `${share} % of the labels redrawn`;

/** The paper's Table 2 on digits as a figure. */
export const corruptedLabelsPlan: RerunPlan<typeof corruptedLabelsParameters, DigitsMeasure> = {
  parameters: corruptedLabelsParameters,
  selecting: ['share'],
  presets: [
    { name: 'One label in five', set: { share: '20', rows: '1000', steps: '1500' } },
    { name: 'Every second label', set: { share: '50', rows: '1000', steps: '1500' } },
    { name: 'Four labels in five', set: { share: '80', rows: '1000', steps: '1500' } },
    { name: 'Stop early', set: { share: '50', rows: '1000', steps: '300' } },
  ],
  measures: digitsMeasures,
  study: async (settings) => {
    const shares = settings.share === 'all' ? corruptedShares : [Number(settings.share) / 100];
    return corruptedLabels(await fetchDigitTable(), shares, digitsLength(settings));
  },
  look: (condition) => {
    const { method, share } = readCorruptedCondition(condition);
    return { ...corruptedLooks[method], group: groupOf(share) };
  },
  columns: [
    { measure: 'testError', title: 'test error, best, %', scale: 100, decimals: 1, least: true },
    { measure: 'testError', title: 'test error, last, %', scale: 100, decimals: 1 },
    { measure: 'errorOnReal', title: 'training error, real labels, %', scale: 100, decimals: 1 },
    { measure: 'errorOnCorrupted', title: 'training error, corrupted labels, %', scale: 100, decimals: 1 },
  ],
  curves: corruptedShares.map((share) => ({
    measure: 'testError',
    scale: 100,
    title: 'test error, %',
    heading: groupOf(Math.round(100 * share)),
    conditions: corruptedMethodNames.map((method) => corruptedCondition(method, share)),
  })),
  title: 'Test and training errors with wrong labels, means over seeds',
};
