import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** Everything a reader can set in the figure "Between two digits". */
export const betweenExamplesParameters = defineParameters({
  alpha: alphaParameter(1),
  seeds: seedsParameter('8'),
});
