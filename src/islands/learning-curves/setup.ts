import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { learningCurves, learningCurvesConditions } from '../../studies/learning-curves.ts';
import { conditionsOn, onAllPictures, type OnPictures } from '../../studies/studied-pictures.ts';
import type { Condition } from '../../studies/study.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import { fetchedFirst, fetchStudied, picturesLength, picturesNames } from '../kit/rerun/pictures-run.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { learningFinding } from './finding.ts';
import { learningCurvesParameters } from './parameters.ts';

/** Learning curves of ERM and mixup as a figure. */
export const learningCurvesSetup: RerunSetup<typeof learningCurvesParameters, DigitsMeasure, OnPictures<Condition>> = {
  parameters: learningCurvesParameters,
  apart: 'data',
  presets: [
    { name: 'As on CIFAR, α = 1', set: { alpha: '1', rows: '1000', steps: '3000' } },
    { name: 'Faint mixing, α = 0.2', set: { alpha: '0.2', rows: '1000', steps: '3000' } },
    { name: 'Half and half, α = 32', set: { alpha: '32', rows: '1000', steps: '3000' } },
  ],
  docked: ['alpha'],
  measures: digitsMeasures,
  fetches: fetchedFirst,
  study: async (settings) =>
    learningCurves(
      await fetchStudied(settings.data),
      picturesLength(settings),
      conditionsOn(settings.data, learningCurvesConditions(settings.alpha)),
    ),
  conditions: onAllPictures(learningCurvesConditions()),
  look: ({ policy, data }) => ({ ...ermOrMixup(policy), group: picturesNames[data] }),
  columns: [
    { measure: 'testError', title: 'last test error, %', scale: 100, decimals: 2 },
    { measure: 'trainingError', title: 'last training error, %', scale: 100, decimals: 2 },
  ],
  curves: [
    { measure: 'testError', title: 'test error, %', scale: 100 },
    { measure: 'trainingError', title: 'training error, %', scale: 100 },
  ],
  finding: (summaries, { data }) => learningFinding(summaries, data),
  scope: ({ data }) => data,
  title: 'Errors at the end of training, means over seeds',
  results: {
    beside: 'cifar',
    title: 'Here: learning curves on digits and on clothes',
    files: ['learning-curves', 'learning-curves-clothes'],
  },
};
