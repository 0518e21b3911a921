import { defineParameters } from '../../parameters/parameter.ts';
import { lastExample } from './plane-examples.ts';

/** Everything a reader can set in the figure "A segment that crosses another class". */
export const crossingSegmentParameters = defineParameters({
  data: {
    kind: 'choice',
    key: 'data',
    label: 'data',
    choices: [
      { value: 'spirals', name: 'two spirals' },
      { value: 'rings', name: 'two rings' },
    ],
    default: 'spirals',
  },
  i: { kind: 'integer', key: 'i', label: 'example i', min: 0, max: lastExample, default: 18 },
  j: { kind: 'integer', key: 'j', label: 'example j', min: 0, max: lastExample, default: 0 },
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.5 },
});
