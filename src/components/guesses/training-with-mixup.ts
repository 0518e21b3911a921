import { baked, bakedFile } from '../../islands/kit/baked/baked-results.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

/** Half of the pairs have two labels, and cost half a nat on average over λ; the others cost nothing. */
const least = 0.5 * 0.5;

const result = (of: string): string => writtenResult({ experiment: 'erm-vs-mixup', of });
const mean = (of: string): number => baked('erm-vs-mixup', of).mean;
const seeds = (bakedFile('erm-vs-mixup')['seeds'] as readonly number[]).length;
const bothErr = (situation: string): string =>
  `Over ${seeds} seeds ERM gets ${result(`${situation}.erm.error`)} of the new points wrong, and mixup ${result(`${situation}.mixup.error`)}.`;

/** What the article on training asks. */
export default [
  {
    id: 'wrong-labels',
    question: 'Of 100 new points with right labels, how many will ERM get wrong?',
    asks: {
      kind: 'number',
      from: 0,
      to: 50,
      step: 1,
      start: 10,
      decimals: 0,
      unit: '',
      ends: ['none', '50, a coin toss'],
      came: mean('noisy-moons.erm.error'),
    },
    ours: bothErr('noisy-moons'),
  },
  {
    id: 'straighter-line',
    question: 'Which network will get more new points wrong now that every label is right?',
    asks: {
      kind: 'choice',
      options: [
        { value: 'erm', name: 'ERM' },
        { value: 'mixup', name: 'mixup' },
      ],
      came: mean('clean-moons.erm.error') < mean('clean-moons.mixup.error') ? 'mixup' : 'erm',
    },
    ours: bothErr('clean-moons'),
  },
  {
    id: 'lowest-loss',
    question:
      'ERM’s training loss can come as close to 0 as you like. Take two equally common classes and α = 1. How low can mixup’s training loss go, in nats?',
    asks: {
      kind: 'number',
      from: 0,
      to: 0.7,
      step: 0.05,
      start: 0.35,
      decimals: 2,
      unit: 'nat',
      ends: ['0', '0.7, a coin toss'],
      came: least,
    },
    ours: `Not below ${least} nat on average, whatever the network: a soft label costs its entropy at the least.`,
  },
] satisfies readonly GuessDefinition[];
