import { corruptedFinding } from './finding.ts';
import { corruptedLabelsParameters } from './parameters.ts';
import {
  corruptedConditions,
  corruptedLabels,
  corruptedShares,
  type CorruptedCondition,
} from '../../studies/corrupted-labels.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';
import { corruptedLooks } from '../kit/rerun/corrupted-looks.ts';

/** @param share from 0 to 1 */
const groupOf = (share: number): string => `${Math.round(100 * share)}\u00A0% of the labels redrawn`;

/** The paper's Table 2 on digits as a figure. */
export const corruptedLabelsSetup: RerunSetup<typeof corruptedLabelsParameters, DigitsMeasure, CorruptedCondition> = {
  parameters: corruptedLabelsParameters,
  selecting: ['share'],
  presets: [
    { name: 'One label in five', set: { share: '20', rows: '1000', steps: '1500' } },
    { name: 'Every second label', set: { share: '50', rows: '1000', steps: '1500' } },
    { name: 'Four labels in five', set: { share: '80', rows: '1000', steps: '1500' } },
    { name: 'Stop early', set: { share: '50', rows: '1000', steps: '300' } },
  ],
  docked: ['share'],
  measures: digitsMeasures,
  study: async (settings) => {
    const shares = settings.share === 'all' ? corruptedShares : [Number(settings.share) / 100];
    return corruptedLabels(await fetchDigitTable(), corruptedConditions(shares), digitsLength(settings));
  },
  conditions: corruptedConditions(),
  look: ({ method, redrawn }) => ({ ...corruptedLooks[method], group: groupOf(redrawn) }),
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
    heading: groupOf(share),
    draws: ({ redrawn }) => redrawn === share,
  })),
  finding: corruptedFinding,
  title: 'Test and training errors with wrong labels, means over seeds',
  results: { beside: 'corrupted-labels', title: 'Here: wrong labels on digits', files: ['corrupted-labels'] },
};
