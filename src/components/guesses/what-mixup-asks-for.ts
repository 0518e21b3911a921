import { baked } from '../../islands/kit/baked/baked-results.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const of = (path: string): string => `spirals.alpha-8.${path}`;
const written = (path: string): string => writtenResult({ experiment: 'asked-and-learned', of: of(path) });

/** What the article on the best answer asks. */
export default [
  {
    id: 'asked-mistakes',
    figure: 'asked-and-learned',
    question:
      'On spirals, with α = 8, a network trained with mixup gets many new points wrong. Of 100 such mistakes, how many are those of the best possible answer to mixup’s loss?',
    asks: {
      kind: 'number',
      from: 0,
      to: 100,
      step: 5,
      start: 30,
      decimals: 0,
      unit: '',
      ends: ['none', 'all'],
      came: baked('asked-and-learned', of('mixup.sharedWithAsked')).mean,
    },
    ours: `Over 16 seeds the network gets ${written('mixup.error')} of new points wrong, and the best answer ${written('asked.error')}: nearly all of its mistakes were asked for.`,
  },
] satisfies readonly GuessDefinition[];
