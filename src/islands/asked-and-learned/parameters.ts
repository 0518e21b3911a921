import { defineParameters } from '../../parameters/parameter.ts';
import { usualWidth } from '../../studies/asked-and-learned.ts';

/** Everything a reader can set in the figure "What mixup asks for, and what is learned". */
export const askedParameters = defineParameters({
  problem: {
    kind: 'choice',
    key: 'data',
    label: 'data',
    choices: [
      { value: 'spirals', name: 'spirals' },
      { value: 'rings', name: 'rings' },
      { value: 'moons', name: 'moons, 30 % wrong labels' },
    ],
    default: 'spirals',
  },
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.05,
    max: 32,
    step: 0.1,
    scale: 'log',
    zero: true,
    default: 1,
  },
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 9999, default: 1 },
  width: {
    kind: 'number',
    key: 'kernel',
    label: 'width of the kernel',
    min: 0,
    max: 0.2,
    step: 0.01,
    scale: 'linear',
    default: usualWidth,
  },
});
