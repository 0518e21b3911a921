import { defineParameters } from '../../parameters/parameter.ts';

/** What the ten recordings say. */
export const spokenDigits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

const digits = spokenDigits.map((name) => ({ value: name, name }));

/** The four sounds of the figure: either word, and their mixtures. */
const sounds = [
  { value: 'waves', name: 'waves mixed' },
  { value: 'spectrograms', name: 'spectrograms mixed' },
  { value: 'first', name: 'first word' },
  { value: 'second', name: 'second word' },
] as const;

/** One of the four. */
export type SoundName = (typeof sounds)[number]['value'];

/** Everything a reader can set in the figure "Hear λ", their own words excepted. */
export const hearLambdaParameters = defineParameters({
  lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.5 },
  first: { kind: 'choice', key: 'first', label: 'first word', choices: digits, default: 'nine' },
  second: { kind: 'choice', key: 'second', label: 'second word', choices: digits, default: 'six' },
  heard: { kind: 'choice', key: 'hear', label: 'what is heard', choices: sounds, default: 'waves' },
});
