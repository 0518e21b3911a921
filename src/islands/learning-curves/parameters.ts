import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { digitsRunParameters } from '../kit/rerun/digits-run.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** What a reader can set in the figure of learning curves. */
export const learningCurvesParameters = defineParameters({
  alpha: alphaParameter(1),
  rows: digitsRunParameters.rows,
  steps: { ...digitsRunParameters.steps, default: '3000' },
  seeds: seedsParameter('4'),
});
