import { fetchDigitTable } from '../../data/digits/digits.ts';
import { errorUnderAttack, attackMeasures, type AttackMeasure } from '../../studies/error-under-attack.ts';
import type { OwnShapeSetup } from '../kit/rerun/rerun-setup.ts';
import { errorUnderAttackParameters } from './parameters.ts';

/** Attacks on networks that read digits, to run again. */
export const errorUnderAttackSetup: OwnShapeSetup<typeof errorUnderAttackParameters, AttackMeasure> = {
  ownShape: true,
  parameters: errorUnderAttackParameters,
  measures: attackMeasures,
  study: async ({ alpha }) => errorUnderAttack(await fetchDigitTable(), alpha),
  results: {
    beside: 'adversarial-examples',
    title: 'Here: attacks on networks that read digits',
    files: ['error-under-attack', 'error-under-attack-strong'],
  },
};
