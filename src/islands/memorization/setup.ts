import { fetchDigitTable } from '../../data/digits/digits.ts';
import { memorization, memorizationMeasures, type MemorizationMeasure } from '../../studies/memorization.ts';
import type { OwnShapeSetup } from '../kit/rerun/rerun-setup.ts';
import { memorizationParameters } from './parameters.ts';

/** Random labels learned by heart, to run again. */
export const memorizationSetup: OwnShapeSetup<typeof memorizationParameters, MemorizationMeasure> = {
  ownShape: true,
  parameters: memorizationParameters,
  // All shares are trained, whichever is shown.
  selecting: ['share', 'shown'],
  startedBy: { shown: 'here' },
  measures: memorizationMeasures,
  study: async () => memorization(await fetchDigitTable()),
  results: { beside: 'corrupted-labels', title: 'Here: random labels learned by heart', files: ['memorization'] },
};
