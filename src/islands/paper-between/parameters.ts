import { defineParameters } from '../../parameters/parameter.ts';

/** What a reader can set in the figure of the paper's curves between two examples: where they are read. */
export const paperBetweenParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.05, scale: 'linear', default: 0.5 },
});
