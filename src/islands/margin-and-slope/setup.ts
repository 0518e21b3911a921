import { fetchDigitTable } from '../../data/digits/digits.ts';
import { attackAlphas } from '../../studies/error-under-attack.ts';
import { marginConditions, marginMeasures, margins, marginSeeds, type MarginMeasure } from '../../studies/margins.ts';
import { ermPolicy } from '../../core/training/policy.ts';
import type { ConditionLook, RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { marginFinding } from './finding.ts';
import { marginParameters } from './parameters.ts';

const otherErm = 'other-erm';

const looks: Readonly<Record<string, ConditionLook>> = {
  erm: { label: 'ERM', method: 'erm' },
  'weak-mixup': { label: `mixup, α\u00A0=\u00A0${attackAlphas.weak}`, method: 'mixup' },
  mixup: { label: `mixup, α\u00A0=\u00A0${attackAlphas.strong}`, method: 'mixup' },
  smoothing: { label: 'label smoothing', method: 'other' },
  [otherErm]: { label: 'the other ERM', method: 'erm' },
};

/** How each condition is named and drawn. */
export const marginLook = (name: string): ConditionLook => looks[name] ?? { label: name, method: 'other' };

/** Why networks err under attack: margins and slopes at digits, to run again. */
export const marginSetup: RerunSetup<typeof marginParameters, MarginMeasure> = {
  parameters: marginParameters,
  presets: [],
  measures: marginMeasures,
  study: async () => margins(await fetchDigitTable()),
  conditions: [...marginConditions, { name: otherErm, policy: ermPolicy }],
  look: ({ name }) => marginLook(name),
  columns: [
    { measure: 'margin', title: 'margin, nats', scale: 1, decimals: 1 },
    // For each percent of the range rather than for all of it.
    { measure: 'slope', title: 'slope, nats for each %', scale: 0.01, decimals: 2 },
    { measure: 'reach', title: 'margin over slope, %', scale: 100, decimals: 1 },
    // More columns than these have no room on a phone; a file has the rest.
    { measure: 'white i-fgsm 10', title: 'error after ten steps, %', scale: 100, decimals: 1 },
  ],
  title: 'Margins, slopes and errors under attack on digits, means over seeds',
  finding: marginFinding,
  bakedFrom: marginSeeds[0],
  wide: true,
  results: { beside: 'adversarial-examples', title: 'Here: margins and slopes at digits', files: ['margins'] },
};
