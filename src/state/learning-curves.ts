import { betweenExamplesParameters } from './between-examples.ts';
import { digitsRunParameters } from './digits-run.ts';
import { defineParameters } from './parameter.ts';
import { seedsParameter } from './seeds-parameter.ts';

/** What a reader can set in the figure of learning curves. */
export const learningCurvesParameters = defineParameters({
  alpha: betweenExamplesParameters.alpha,
  rows: digitsRunParameters.rows,
  steps: { ...digitsRunParameters.steps, default: '3000' },
  seeds: seedsParameter('4'),
});
