import { samplesPerClass } from '../../data/picture-samples.ts';
import { defineParameters } from '../../parameters/parameter.ts';

const digits = Array.from({ length: 10 }, (_, digit) => ({ value: String(digit), name: String(digit) }));

/** Everything a reader can set in the figure "Two digits, mixed". */
export const mixDigitsParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.6 },
  first: { kind: 'choice', key: 'first', label: 'first digit', choices: digits, default: '3' },
  second: { kind: 'choice', key: 'second', label: 'second digit', choices: digits, default: '8' },
  firstSample: {
    kind: 'integer',
    key: 'i',
    label: 'image of the first digit',
    min: 0,
    max: samplesPerClass - 1,
    default: 0,
  },
  secondSample: {
    kind: 'integer',
    key: 'j',
    label: 'image of the second digit',
    min: 0,
    max: samplesPerClass - 1,
    default: 0,
  },
});
