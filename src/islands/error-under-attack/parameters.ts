import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { picturesRunParameters } from '../kit/rerun/pictures-run.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** Everything a reader can set in the figure "Error under attack". */
export const errorUnderAttackParameters = defineParameters({
  alpha: alphaParameter(0.2),
  data: picturesRunParameters.data,
  seeds: seedsParameter('4'),
});
