import { learningFinding } from './finding.ts';
import { learningCurvesParameters } from './parameters.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { learningCurves, learningCurvesConditions } from '../../studies/learning-curves.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

/** Learning curves of ERM and mixup as a figure. */
export const learningCurvesSetup: RerunSetup<typeof learningCurvesParameters, DigitsMeasure> = {
  parameters: learningCurvesParameters,
  presets: [
    { name: 'As on CIFAR, α = 1', set: { alpha: '1', rows: '1000', steps: '3000' } },
    { name: 'Faint mixing, α = 0.2', set: { alpha: '0.2', rows: '1000', steps: '3000' } },
    { name: 'Half and half, α = 32', set: { alpha: '32', rows: '1000', steps: '3000' } },
  ],
  docked: ['alpha'],
  measures: digitsMeasures,
  study: async (settings) => learningCurves(await fetchDigitTable(), settings.alpha, digitsLength(settings)),
  conditions: learningCurvesConditions(),
  look: ({ policy }) => ermOrMixup(policy),
  columns: [
    { measure: 'testError', title: 'last test error, %', scale: 100, decimals: 2 },
    { measure: 'trainingError', title: 'last training error, %', scale: 100, decimals: 2 },
  ],
  curves: [
    { measure: 'testError', title: 'test error, %', scale: 100 },
    { measure: 'trainingError', title: 'training error, %', scale: 100 },
  ],
  finding: learningFinding,
  title: 'Errors on digits at the end of training, means over seeds',
  results: { beside: 'cifar', title: 'Here: learning curves on digits', files: ['learning-curves'] },
};
