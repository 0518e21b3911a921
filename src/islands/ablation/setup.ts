import { digitsRunParameters, digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { ablation, ablationConditions, type AblationCondition, type AblationName } from '../../studies/ablation.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { ConditionLook, RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

const inputsOnly = 'inputs mixed, labels not';
const hidden = 'hidden layer and labels mixed';

/** The words of the paper's table; what mixes inputs and labels wears the color of mixup. */
const looks: Readonly<Record<AblationName, ConditionLook>> = {
  erm: { label: 'nothing mixed', method: 'erm', group: 'ERM' },
  mixup: { label: 'any class, random partner', method: 'mixup', group: 'mixup' },
  'mixup-near': { label: 'any class, near partner', method: 'mixup', group: 'mixup' },
  'hidden-1': { label: 'layer 1', method: 'mixup', group: hidden },
  'hidden-2': { label: 'layer 2', method: 'mixup', group: hidden },
  'inputs-same-near': { label: 'same class, near (SMOTE)', method: 'other', group: inputsOnly },
  'inputs-same': { label: 'same class, random partner', method: 'other', group: inputsOnly },
  inputs: { label: 'any class, random partner', method: 'other', group: inputsOnly },
  labels: { label: 'any class, random partner', method: 'other', group: 'labels mixed, inputs not' },
  'smoothing-10': { label: 'ε = 0.1', method: 'other', group: 'label smoothing' },
  'inputs-smoothing-10': { label: 'ε = 0.1', method: 'other', group: 'inputs mixed, labels smoothed' },
  'noise-10': { label: 'σ = 0.1', method: 'other', group: 'Gaussian noise on inputs' },
};

/** The variants of mixup as a figure. */
export const ablationSetup: RerunSetup<typeof digitsRunParameters, DigitsMeasure, AblationCondition> = {
  parameters: digitsRunParameters,
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => ablation(await fetchDigitTable(), digitsLength(settings)),
  conditions: ablationConditions,
  look: ({ name }) => looks[name],
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
  results: { beside: 'ablation', title: 'Here: the variants on digits', files: ['ablation'] },
};
