import { fetchDigitTable } from '../../data/digits/digits.ts';
import { betweenExamples, betweenMeasures, type BetweenMeasure } from '../../studies/between-examples.ts';
import type { OwnShapePlan } from '../kit/rerun/rerun-plan.ts';
import { betweenExamplesParameters } from './parameters.ts';

/** Misses and gradients between digits, to run again. */
export const betweenExamplesPlan: OwnShapePlan<typeof betweenExamplesParameters, BetweenMeasure> = {
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
