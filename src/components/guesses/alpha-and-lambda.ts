import { betaCumulative } from '../../core/random/beta.ts';
import type { GuessDefinition } from './guess.ts';

const alpha = 0.2;
/** The weaker example gets less than a tenth where λ lies within a tenth of either end. */
const barely = 2 * betaCumulative(0.1, alpha);

/** What the article on alpha asks. */
export default [
  {
    id: 'barely-mixed',
    question: `At α = ${alpha}, the paper’s choice for ResNets on ImageNet, how many of ten pairs are barely mixed?`,
    asks: {
      kind: 'number',
      from: 0,
      to: 10,
      step: 1,
      start: 5,
      decimals: 0,
      unit: '',
      ends: ['none', 'all ten'],
      came: 10 * barely,
    },
    ours: `${(100 * barely).toFixed(0)} % of all pairs, nearly seven of ten, as the distribution of λ has it.`,
  },
] satisfies readonly GuessDefinition[];
