import { defineParameters } from '../../parameters/parameter.ts';
import { longestGame, usualSize } from '../../studies/gan-games.ts';
import { gameSizeChoices, ganMethodNames, generatorLossNames } from '../kit/gan/method-names.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

const compared = ['mixup', 'formula', 'noise', 'smoothing', 'slope'] as const;

/** Everything a reader can set in the figure "Two games side by side". */
export const ganGameParameters = defineParameters({
  loss: {
    kind: 'choice',
    key: 'loss',
    label: 'loss of the generator',
    choices: [
      { value: 'minimax', name: generatorLossNames.minimax },
      { value: 'non-saturating', name: generatorLossNames['non-saturating'] },
    ],
    default: 'minimax',
  },
  method: {
    kind: 'choice',
    key: 'method',
    label: 'beside plain',
    choices: compared.map((value) => ({ value, name: ganMethodNames[value] })),
    default: 'mixup',
  },
  set: {
    kind: 'choice',
    key: 'set',
    label: 'real points',
    choices: [
      { value: 'ring', name: 'ring of 8' },
      { value: 'grid', name: 'grid of 25' },
      { value: 'tight-ring', name: 'tight ring, larger initial weights' },
    ],
    default: 'ring',
  },
  size: { kind: 'choice', key: 'size', label: 'both networks', choices: gameSizeChoices, default: usualSize },
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α of mixup',
    min: 0.05,
    max: 10,
    step: 0.1,
    scale: 'log',
    default: 0.2,
  },
  seed: { kind: 'integer', key: 'seed', label: 'first seed', min: 0, max: 9999, default: 5 },
  seeds: seedsParameter('4'),
  iteration: {
    kind: 'integer',
    key: 'iteration',
    label: 'iteration',
    min: 0,
    // At or behind the end of a game is its end.
    max: longestGame,
    default: longestGame,
  },
});
