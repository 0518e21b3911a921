import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in the figure "One step of mixup". */
export const miniBatchParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.6 },
  seed: { kind: 'integer', key: 'seed', label: 'shuffle', min: 1, max: 999, default: 1 },
});
