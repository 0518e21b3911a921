import { comparedErrors } from '../../islands/two-intervals/compared.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const erm = comparedErrors[0];
if (!erm) throw new Error('Errors with two intervals: expected some, got none.');
const written = writtenResult({
  experiment: 'alpha-sweep',
  of: 'erm.testError.last',
  scale: 100,
  decimals: 2,
  unit: '%',
});

/** What the article on intervals asks. */
export default [
  {
    id: 'interval-for-new-digits',
    figure: 'two-intervals',
    question: `Over 16 seeds ERM gets ${written} of the test digits wrong. How many points stand behind the ± if the digits are drawn anew as well?`,
    asks: {
      kind: 'number',
      from: 0,
      to: 2,
      step: 0.05,
      start: Math.round(20 * erm.overSeeds) / 20,
      decimals: 2,
      unit: 'points',
      ends: ['sure', 'two points'],
      came: erm.overExamples,
    },
    ours: `Over examples it is ± ${erm.overExamples.toFixed(2)} points, ${widthInWords(erm.overExamples / erm.overSeeds)} as wide: all seeds split the same 1,797 digits.`,
  },
] satisfies readonly GuessDefinition[];

/** How many times as wide, to half a time. */
function widthInWords(times: number): string {
  const halves = Math.round(2 * times) / 2;
  return halves === 2 ? 'about twice' : `about ${halves} times`;
}
