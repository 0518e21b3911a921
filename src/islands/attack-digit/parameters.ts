import { defineParameters } from '../../parameters/parameter.ts';

/** How many unseen images of each class there are to attack. */
export const attackSamples = 6;

const digits = Array.from({ length: 10 }, (_, digit) => ({ value: String(digit), name: String(digit) }));

/** Everything a reader can set in the figure "One digit under attack". */
export const attackDigitParameters = defineParameters({
  data: {
    kind: 'choice',
    key: 'data',
    label: 'pictures of',
    choices: [
      { value: 'digits', name: 'digits, 8 × 8' },
      { value: 'clothes', name: 'clothes, 28 × 28' },
    ],
    default: 'digits',
  },
  // Of clothes it is the place of their class.
  digit: { kind: 'choice', key: 'digit', label: 'digit', choices: digits, default: '1' },
  sample: { kind: 'integer', key: 'sample', label: 'image', min: 0, max: attackSamples - 1, default: 1 },
  epsilon: {
    kind: 'number',
    key: 'epsilon',
    label: 'ε, most change of a pixel',
    unit: '%',
    min: 0,
    max: 30,
    step: 0.5,
    scale: 'linear',
    default: 8,
  },
  attack: {
    kind: 'choice',
    key: 'attack',
    label: 'attack',
    choices: [
      { value: 'fgsm', name: 'one step (FGSM)' },
      { value: 'i-fgsm', name: 'ten steps (I-FGSM)' },
    ],
    default: 'fgsm',
  },
  box: {
    kind: 'choice',
    key: 'box',
    label: 'made on',
    choices: [
      { value: 'white', name: 'the network itself' },
      { value: 'black', name: 'another ERM network' },
    ],
    default: 'white',
  },
});
