import { defineParameters } from '../../../parameters/parameter.ts';
import { seedsParameter } from '../study/seeds-parameter.ts';

const choice = <V extends string>(...values: V[]) => values.map((value) => ({ value, name: value }));

/** What a reader can set in every re-run on digits. */
export const digitsRunParameters = defineParameters({
  rows: {
    kind: 'choice',
    key: 'rows',
    label: 'training digits',
    choices: choice('200', '500', '1000'),
    default: '1000',
  },
  steps: {
    kind: 'choice',
    key: 'steps',
    label: 'training steps',
    choices: choice('300', '600', '1500', '3000'),
    default: '1500',
  },
  seeds: seedsParameter('4'),
});

/** The situations to start from where rows and steps are all that readers set. */
export const digitsRunPresets = [
  { name: '1,000 digits', set: { rows: '1000', steps: '1500' } },
  { name: 'Few digits', set: { rows: '200', steps: '1500' } },
  { name: 'A short training', set: { rows: '1000', steps: '300' } },
] as const;
