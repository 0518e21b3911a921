import { defineParameters } from './parameter.ts';

/** Everything a reader can set in the figure "Twelve blends, as training draws them". */
export const blendBatchParameters = defineParameters({
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.01,
    max: 100,
    step: 0.05,
    scale: 'log',
    default: 0.2,
  },
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 1, max: 9999, default: 1 },
});
