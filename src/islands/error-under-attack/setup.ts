import { errorUnderAttack, attackMeasures, type AttackMeasure } from '../../studies/error-under-attack.ts';
import { fetchedFirst, fetchStudied } from '../kit/rerun/pictures-run.ts';
import type { OwnShapeSetup } from '../kit/rerun/rerun-setup.ts';
import { errorUnderAttackParameters } from './parameters.ts';

/** Attacks on networks that name digits or clothes, to run again. */
export const errorUnderAttackSetup: OwnShapeSetup<typeof errorUnderAttackParameters, AttackMeasure> = {
  ownShape: true,
  parameters: errorUnderAttackParameters,
  measures: attackMeasures,
  apart: 'data',
  fetches: fetchedFirst,
  study: async ({ data, alpha }) => errorUnderAttack(await fetchStudied(data), alpha),
  results: {
    beside: 'adversarial-examples',
    title: 'Here: attacks on networks that name digits or clothes',
    files: [
      'error-under-attack',
      'error-under-attack-strong',
      'error-under-attack-clothes',
      'error-under-attack-clothes-strong',
    ],
  },
};
