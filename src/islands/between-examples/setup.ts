import {
  betweenConditions,
  betweenExamples,
  betweenMeasures,
  type BetweenMeasure,
} from '../../studies/between-examples.ts';
import { conditionsOn, lengthOn } from '../../studies/studied-pictures.ts';
import { fetchedFirst, fetchStudied } from '../kit/rerun/pictures-run.ts';
import type { OwnShapeSetup } from '../kit/rerun/rerun-setup.ts';
import { betweenExamplesParameters } from './parameters.ts';

/** Misses and gradients between digits or clothes, to run again. */
export const betweenExamplesSetup: OwnShapeSetup<typeof betweenExamplesParameters, BetweenMeasure> = {
  ownShape: true,
  parameters: betweenExamplesParameters,
  measures: betweenMeasures,
  apart: 'data',
  fetches: fetchedFirst,
  study: async ({ data, alpha }) =>
    betweenExamples(await fetchStudied(data), lengthOn(data), conditionsOn(data, betweenConditions(alpha))),
  results: {
    beside: 'between-examples',
    title: 'Here: misses and gradients between digits or clothes',
    files: ['between-examples', 'between-examples-clothes'],
  },
};
