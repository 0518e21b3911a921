import { defineParameters } from '../../parameters/parameter.ts';

/** Everything a reader can set in the figure "What mixup asks for on a line". */
export const lineParameters = defineParameters({
  examples: {
    kind: 'choice',
    key: 'examples',
    label: 'examples',
    choices: [
      { value: 'pair', name: 'one A, one B' },
      { value: 'wrong', name: 'one wrong label' },
      { value: 'amid', name: 'B amid A' },
    ],
    default: 'wrong',
  },
  alpha: { kind: 'number', key: 'alpha', label: 'α', min: 0.05, max: 32, step: 0.1, scale: 'log', default: 1 },
  place: { kind: 'number', key: 'place', label: 'place', min: 0, max: 1, step: 0.005, scale: 'linear', default: 0.28 },
});
