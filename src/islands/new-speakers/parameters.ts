import { defineParameters } from '../../parameters/parameter.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

const choice = <V extends string>(...values: V[]) => values.map((value) => ({ value, name: value }));

/** Everything a reader can set in the re-run on people that a network never heard. */
export const newSpeakersParameters = defineParameters({
  shows: {
    kind: 'choice',
    key: 'shows',
    label: 'shown',
    choices: [
      { value: 'error', name: 'test error' },
      { value: 'loss', name: 'test loss' },
      { value: 'rescaled', name: 'loss after one temperature' },
      { value: 'calibration', name: 'calibration error' },
    ],
    default: 'error',
  },
  speakers: {
    kind: 'choice',
    key: 'speakers',
    label: 'speakers',
    choices: [
      { value: 'anew', name: 'drawn anew' },
      { value: 'historical', name: 'the historical split' },
    ],
    default: 'anew',
  },
  alpha: {
    kind: 'choice',
    key: 'alpha',
    label: 'beside ERM',
    choices: [
      { value: '0.2', name: 'mixup, α\u00A0=\u00A00.2' },
      { value: '1', name: 'mixup, α\u00A0=\u00A01' },
      { value: 'smoothing', name: 'label smoothing' },
    ],
    default: '0.2',
  },
  steps: {
    kind: 'choice',
    key: 'steps',
    label: 'training steps',
    choices: choice('100', '300', '1500', '3000'),
    default: '1500',
  },
  seeds: seedsParameter('4'),
});
