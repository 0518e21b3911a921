import { fetchDigitTable } from '../../data/digits/digits.ts';
import { betweenExamples, betweenMeasures, type BetweenMeasure } from '../../studies/between-examples.ts';
import type { OwnShapeSetup } from '../kit/rerun/rerun-setup.ts';
import { betweenExamplesParameters } from './parameters.ts';

/** Misses and gradients between digits, to run again. */
export const betweenExamplesSetup: OwnShapeSetup<typeof betweenExamplesParameters, BetweenMeasure> = {
  ownShape: true,
  parameters: betweenExamplesParameters,
  measures: betweenMeasures,
  study: async ({ alpha }) => betweenExamples(await fetchDigitTable(), alpha),
  results: {
    beside: 'between-examples',
    title: 'Here: misses and gradients between digits',
    files: ['between-examples'],
  },
};
