import { defineParameters } from './parameter.ts';

/** Everything a reader can set in the figure "Between two digits". */
export const betweenExamplesParameters = defineParameters({
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.01,
    max: 100,
    step: 0.1,
    scale: 'log',
    default: 1,
  },
  seeds: {
    kind: 'choice',
    key: 'seeds',
    label: 'number of seeds',
    choices: [
      { value: '1', name: '1' },
      { value: '2', name: '2' },
      { value: '4', name: '4' },
      { value: '8', name: '8' },
      { value: '16', name: '16' },
    ],
    default: '8',
  },
});
