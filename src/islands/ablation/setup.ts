import { digitsRunParameters, digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { ablation, ablationConditions, type AblationCondition } from '../../studies/ablation.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { ablationFinding, ablationRows } from './finding.ts';
import { variantLooks } from './looks.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

/** The variants of mixup as a figure. */
export const ablationSetup: RerunSetup<typeof digitsRunParameters, DigitsMeasure, AblationCondition> = {
  parameters: digitsRunParameters,
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => ablation(await fetchDigitTable(), digitsLength(settings)),
  conditions: ablationConditions,
  look: ({ name }) => variantLooks[name],
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    {
      measure: 'testError',
      title: 'minus ERM, points',
      scale: 100,
      decimals: 2,
      domain: [-3, 3],
      against: ({ name }) => (name === 'erm' ? undefined : 'erm'),
    },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss on digits of the variants of mixup, means over seeds',
  finding: (summaries) => ablationFinding(ablationRows(summaries)),
  scope: () => 'α\u00A0=\u00A01',
  results: { beside: 'ablation', title: 'Here: the variants on digits', files: ['ablation'] },
};
