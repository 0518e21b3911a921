import { betaCumulative } from '../../core/random/beta.ts';
import type { GuessDefinition } from './guess.ts';

const alpha = 0.1;
const tenths = [0.1, 0.4, 0.5].map((x) => betaCumulative(x, alpha)) as [number, number, number];
/** Shares of λ within a tenth of either end, and within a tenth of the middle. */
const [near, halfway] = [2 * tenths[0], 2 * (tenths[2] - tenths[1])];

/** What the article on vicinities asks. */
export default [
  {
    id: 'where-blends-fall',
    question: `At α = ${alpha}, where do most of mixup’s virtual examples fall?`,
    asks: {
      kind: 'choice',
      options: [
        { value: 'halfway', name: 'halfway between two examples' },
        { value: 'even', name: 'evenly along the segments' },
        { value: 'near', name: 'next to a real example' },
      ],
      came: near > 0.5 ? 'near' : halfway > 0.5 ? 'halfway' : 'even',
    },
    ours: `${(100 * near).toFixed(0)} % of all λ lie within 0.1 of 0 or 1, and ${(100 * halfway).toFixed(0)} % within 0.1 of the middle.`,
  },
] satisfies readonly GuessDefinition[];
