import { fetchDigitTable } from '../../data/digits/digits.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { mixingChoices, mixingChoicesConditions } from '../../studies/mixing-choices.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import { digitsRunParameters, digitsRunPresets } from '../kit/rerun/digits-run.ts';
import type { ConditionLook, RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { choices } from './choices.ts';
import { choiceRows, choicesFinding } from './finding.ts';

const plain: Readonly<Record<string, ConditionLook>> = {
  erm: { label: 'ERM', method: 'erm', group: 'nothing mixed' },
  smoothing: { label: 'labels smoothed', method: 'other', group: 'nothing mixed' },
};

/** How a condition is named among the numbers: by what it adds to mixup of its strength. */
function lookOf(name: string, alpha: number): ConditionLook {
  const choice = choices.find((one) => one.name === name);
  const label = choice ? choice.label.slice(0, choice.label.lastIndexOf(',')) : 'plain';
  return plain[name] ?? { label, method: 'mixup', group: `mixup, α\u00A0=\u00A0${alpha}` };
}

/** What programs choose for their users, as a figure. */
export const mixingChoicesSetup: RerunSetup<typeof digitsRunParameters, DigitsMeasure> = {
  parameters: digitsRunParameters,
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => mixingChoices(await fetchDigitTable(), digitsLength(settings)),
  conditions: mixingChoicesConditions,
  look: ({ name, policy }) => lookOf(name, policy.alpha),
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    {
      measure: 'testError',
      title: 'minus plain mixup, points',
      scale: 100,
      decimals: 2,
      domain: [-2, 2],
      against: ({ name }) => choices.find((one) => one.name === name)?.baseline,
    },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss on digits of what programs choose for their users, means over seeds',
  finding: (summaries) => choicesFinding(choiceRows(summaries)),
  results: { beside: 'choices', title: 'Here: what programs choose, on digits', files: ['mixing-choices'] },
};
