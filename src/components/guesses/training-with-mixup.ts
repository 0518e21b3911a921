import { bakedFile } from '../../islands/kit/baked/baked-results.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

/** Half of the pairs have two labels, and cost half a nat on average over λ; the others cost nothing. */
const least = 0.5 * 0.5;

const error = (method: string): string =>
  writtenResult({ experiment: 'erm-vs-mixup', of: `paper.${method}.error`, decimals: 2 });
const seeds = (bakedFile('erm-vs-mixup')['seeds'] as readonly number[]).length;

/** What the article on training asks. */
export default [
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
  {
    id: 'two-rings',
    question:
      'Which network will get more new points wrong on these rings? Think of two examples on opposite sides of the outer ring.',
    asks: {
      kind: 'choice',
      options: [
        { value: 'erm', name: 'the one trained as usual' },
        { value: 'mixup', name: 'the one trained with mixup' },
      ],
      came: Number.parseFloat(error('erm')) < Number.parseFloat(error('mixup')) ? 'mixup' : 'erm',
    },
    ours: `Over ${seeds} seeds ERM gets ${error('erm')} of the new points wrong, and mixup ${error('mixup')}.`,
  },
] satisfies readonly GuessDefinition[];
