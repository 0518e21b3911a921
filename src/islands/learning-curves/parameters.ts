import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { picturesRunParameters } from '../kit/rerun/pictures-run.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** What a reader can set in the figure of learning curves. */
export const learningCurvesParameters = defineParameters({
  alpha: alphaParameter(1),
  data: picturesRunParameters.data,
  rows: picturesRunParameters.rows,
  steps: { ...picturesRunParameters.steps, default: '3000' },
  seeds: seedsParameter('4'),
});
