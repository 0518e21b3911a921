import { defineParameters } from './parameter.ts';
import { seedsParameter } from './seeds-parameter.ts';

/** Everything a reader can set in the figure "Error under attack". */
export const errorUnderAttackParameters = defineParameters({
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.01,
    max: 100,
    step: 0.1,
    scale: 'log',
    default: 0.2,
  },
  seeds: seedsParameter('4'),
});
