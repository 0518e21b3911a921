import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in the figure "A wrong label, diluted". */
export const dilutedLabelParameters = defineParameters({
  alpha: alphaParameter(1),
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 1, max: 999, default: 6 },
});
