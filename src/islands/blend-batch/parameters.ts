import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in the figure "Twelve blends, as training draws them". */
export const blendBatchParameters = defineParameters({
  alpha: { ...alphaParameter(0.2), step: 0.05 },
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 1, max: 9999, default: 1 },
});
