import { digitsRunParameters, digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { alphaSweep, alphaSweepConditions } from '../../studies/alpha-sweep.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import { ermOrMixup } from '../kit/rerun/erm-or-mixup.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { alphaFinding, alphaResults } from './finding.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

/** The sweep over alpha as a figure. */
export const alphaSweepSetup: RerunSetup<typeof digitsRunParameters, DigitsMeasure> = {
  parameters: digitsRunParameters,
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => alphaSweep(await fetchDigitTable(), digitsLength(settings)),
  conditions: alphaSweepConditions,
  look: ({ policy }) => ermOrMixup(policy, `mixup, α = ${policy.alpha}`),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    { measure: 'trainingError', title: 'training error, %', scale: 100, decimals: 2 },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss on digits for each α, means over seeds',
  finding: (summaries) => alphaFinding(alphaResults(summaries)),
  results: { beside: 'imagenet', title: 'Here: α on digits', files: ['alpha-sweep'] },
};
