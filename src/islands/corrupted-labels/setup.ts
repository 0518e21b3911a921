import {
  comparedConditions,
  corruptedConditions,
  corruptedLabels,
  corruptedShares,
  summarizeCorrupted,
  type ComparedCondition,
} from '../../studies/corrupted-labels.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { conditionsOn, onAllPictures, type OnPictures } from '../../studies/studied-pictures.ts';
import { corruptedLooks } from '../kit/rerun/corrupted-looks.ts';
import { fetchedFirst, fetchStudied, picturesLength, picturesNames } from '../kit/rerun/pictures-run.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { corruptedFinding } from './finding.ts';
import { corruptedLabelsParameters } from './parameters.ts';

/** @param share from 0 to 1 */
const groupOf = (share: number): string => `${Math.round(100 * share)}\u00A0% of the labels redrawn`;

const looks = {
  ...corruptedLooks,
  'stopped-early': { label: 'ERM stopped early', method: 'erm', dash: true },
} as const;

/** The paper's Table 2 as a figure. */
export const corruptedLabelsSetup: RerunSetup<
  typeof corruptedLabelsParameters,
  DigitsMeasure,
  OnPictures<ComparedCondition>
> = {
  parameters: corruptedLabelsParameters,
  selecting: ['share'],
  apart: 'data',
  presets: [
    { name: 'One label in five', set: { share: '20', rows: '1000', steps: '1500' } },
    { name: 'Every second label', set: { share: '50', rows: '1000', steps: '1500' } },
    { name: 'Four labels in five', set: { share: '80', rows: '1000', steps: '1500' } },
    { name: 'Stop early', set: { share: '50', rows: '1000', steps: '300' } },
  ],
  docked: ['share', 'data'],
  measures: digitsMeasures,
  fetches: fetchedFirst,
  summarize: summarizeCorrupted,
  study: async (settings) => {
    const shares = settings.share === 'all' ? corruptedShares : [Number(settings.share) / 100];
    const conditions = conditionsOn(settings.data, corruptedConditions(shares));
    return corruptedLabels(await fetchStudied(settings.data), conditions, picturesLength(settings));
  },
  conditions: onAllPictures(comparedConditions),
  look: ({ method, redrawn, data }) => ({ ...looks[method], group: `${picturesNames[data]}, ${groupOf(redrawn)}` }),
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
  finding: (summaries, { data }) => corruptedFinding(summaries, data),
  scope: ({ data }) => data,
  title: 'Test and training errors with wrong labels, means over seeds',
  results: {
    beside: 'corrupted-labels',
    title: 'Here: wrong labels on digits and on clothes',
    files: ['corrupted-labels', 'corrupted-labels-clothes'],
  },
};
