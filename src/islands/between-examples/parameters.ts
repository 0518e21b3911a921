import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { picturesRunParameters } from '../kit/rerun/pictures-run.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** Everything a reader can set in the figure "Between two examples". */
export const betweenExamplesParameters = defineParameters({
  alpha: alphaParameter(1),
  data: picturesRunParameters.data,
  seeds: seedsParameter('8'),
});
