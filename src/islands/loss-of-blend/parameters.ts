import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in the figure "The loss of a blend". Certain answers cost infinitely much and are left out. */
export const lossOfBlendParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.6 },
  p: {
    kind: 'number',
    key: 'p',
    label: 'p',
    min: 0.01,
    max: 0.99,
    step: 0.01,
    scale: 'linear',
    default: 0.3,
  },
});
