import { defineParameters } from '../../../src/parameters/parameter.ts';

/** One parameter of each kind, for the tests of this folder. */
export const settings = defineParameters({
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'alpha',
    min: 0.01,
    max: 100,
    step: 0.1,
    scale: 'log',
    zero: true,
    default: 1,
  },
  noise: {
    kind: 'number',
    key: 'noise',
    label: 'noise',
    unit: '%',
    min: 0,
    max: 0.5,
    step: 0.05,
    scale: 'linear',
    default: 0.1,
  },
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 999_999, default: 1 },
  data: {
    kind: 'choice',
    key: 'data',
    label: 'data',
    choices: [
      { value: 'moons', name: 'two moons' },
      { value: 'rings', name: 'rings' },
    ],
    default: 'moons',
  },
  points: { kind: 'points', key: 'points', label: 'moved points', x: [-2, 2], y: [-1.5, 1.5] },
});
