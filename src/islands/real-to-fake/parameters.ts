import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';

/** How many pairs of a real and a fake point one can look at. */
export const shownPairs = 8;

/** Everything a reader can set in the figure "From real to fake". */
export const realToFakeParameters = defineParameters({
  game: {
    kind: 'choice',
    key: 'game',
    label: 'game',
    choices: [
      { value: 'plain', name: 'plain' },
      { value: 'mixup', name: 'mixup' },
    ],
    default: 'mixup',
  },
  lambda: {
    kind: 'number',
    key: 'lambda',
    label: 'λ, weight of the real point',
    min: 0,
    max: 1,
    step: 0.01,
    scale: 'linear',
    default: 0.7,
  },
  alpha: alphaParameter(0.2),
  pair: { kind: 'integer', key: 'pair', label: 'pair', min: 1, max: shownPairs, default: 1 },
});
