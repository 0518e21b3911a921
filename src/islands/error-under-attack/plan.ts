import { fetchDigitTable } from '../../data/digits/digits.ts';
import { adversarial, adversarialMeasures, type AdversarialMeasure } from '../../studies/adversarial.ts';
import type { OwnShapePlan } from '../kit/rerun/rerun-plan.ts';
import { errorUnderAttackParameters } from './parameters.ts';

/** Attacks on networks that read digits, to run again. */
export const errorUnderAttackPlan: OwnShapePlan<typeof errorUnderAttackParameters, AdversarialMeasure> = {
  ownShape: true,
  parameters: errorUnderAttackParameters,
  measures: adversarialMeasures,
  study: async ({ alpha }) => adversarial(await fetchDigitTable(), alpha),
  results: {
    beside: 'adversarial-examples',
    title: 'Here: attacks on networks that read digits',
    files: ['adversarial', 'adversarial-strong'],
  },
};
