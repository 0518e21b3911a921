import { betaCumulative } from '../../core/random/beta.ts';
import type { GuessDefinition } from './guess.ts';

const [alpha, tiles] = [0.2, 12];
/** How often the weaker picture gets a quarter or more. */
const halfway = 1 - 2 * betaCumulative(0.25, alpha);

/** What the article on mixup asks. */
export default [
  {
    id: 'hard-to-name',
    question:
      'At α = {alpha}, how many of twelve blends are hard to name, with at least a quarter of a cat and at least a quarter of a dog?',
    numbers: { alpha, n: Math.round((tiles * halfway) / 2), share: Math.round(100 * halfway) },
    asks: {
      kind: 'number',
      from: 0,
      to: tiles,
      step: 1,
      start: 6,
      decimals: 0,
      unit: '',
      ends: ['none', 'all twelve'],
      // Half of the pairs are two cats or two dogs.
      came: (tiles * halfway) / 2,
    },
    ours: 'About {n} of twelve: {share} % of the draws give the weaker picture a quarter or more, and half of the pairs are two cats or two dogs.',
  },
] satisfies readonly GuessDefinition[];
