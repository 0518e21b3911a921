import { alphaSweep, alphaSweepConditions } from '../../studies/alpha-sweep.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { conditionsOn, onAllPictures, type OnPictures } from '../../studies/studied-pictures.ts';
import type { Condition } from '../../studies/study.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import {
  fetchedFirst,
  fetchStudied,
  picturesLength,
  picturesNames,
  picturesRunParameters,
  picturesRunPresets,
} from '../kit/rerun/pictures-run.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { alphaFinding, alphaResults } from './finding.ts';

/** The sweep over alpha as a figure. */
export const alphaSweepSetup: RerunSetup<typeof picturesRunParameters, DigitsMeasure, OnPictures<Condition>> = {
  parameters: picturesRunParameters,
  apart: 'data',
  docked: ['data'],
  presets: picturesRunPresets,
  measures: digitsMeasures,
  fetches: fetchedFirst,
  study: async (settings) =>
    alphaSweep(
      await fetchStudied(settings.data),
      picturesLength(settings),
      conditionsOn(settings.data, alphaSweepConditions),
    ),
  conditions: onAllPictures(alphaSweepConditions),
  look: ({ policy, data }) => ({ ...ermOrMixup(policy, `mixup, α = ${policy.alpha}`), group: picturesNames[data] }),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    { measure: 'trainingError', title: 'training error, %', scale: 100, decimals: 2 },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss for each α, means over seeds',
  finding: (summaries, { data }) => alphaFinding(alphaResults(summaries, data)),
  scope: ({ data }) => data,
  results: {
    beside: 'imagenet',
    title: 'Here: α on digits and on clothes',
    files: ['alpha-sweep', 'alpha-sweep-clothes'],
  },
};
