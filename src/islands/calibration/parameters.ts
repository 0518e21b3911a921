import { defineParameters } from '../../parameters/parameter.ts';
import { temperatures } from '../../studies/calibration.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** Everything a reader can set in the figure "How sure, and how often right". */
export const calibrationParameters = defineParameters({
  temperature: {
    kind: 'number',
    key: 't',
    label: 'temperature T',
    min: temperatures[0],
    max: 4,
    // From one temperature to the next that was computed: a third of a doubling.
    step: Math.log10(2) / 3,
    scale: 'log',
    default: 1,
  },
  fitted: {
    kind: 'choice',
    key: 'fitted',
    label: 'one T',
    choices: [
      { value: 'no', name: 'for all' },
      { value: 'yes', name: 'fitted for each' },
    ],
    default: 'no',
  },
  seeds: seedsParameter('4'),
});
