import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** Everything a reader can set in the figure "Error under attack". */
export const errorUnderAttackParameters = defineParameters({
  alpha: alphaParameter(0.2),
  seeds: seedsParameter('4'),
});
