import { bakedDifference } from '../../islands/kit/baked/baked-results.ts';
import { writtenResult } from '../written-numbers.ts';
import { changeBySeeds, lessOrMore, type GuessDefinition } from './guess.ts';

const experiment = 'mixing-choices';
const of = 'mixup-smoothing.testError.last';
const minus = 'mixup.testError.last';
const points = { scale: 100, decimals: 2, unit: 'points' } as const;

/** What the article on mixup today asks. */
export default [
  {
    id: 'smoothing-on-top',
    question:
      'mixup softens labels already. If they are smoothed by 0.1 as well, at α = 1, how does the test error on digits change?',
    figure: experiment,
    asks: { kind: 'choice', options: lessOrMore, came: changeBySeeds(bakedDifference(experiment, of, minus)) },
    ours: `Over 16 seeds the test error changes by ${writtenResult({ experiment, of, minus, ...points })}. The test loss goes from ${writtenResult({ experiment, of: 'mixup.testLoss.last', decimals: 2, unit: 'nat' })} to ${writtenResult({ experiment, of: 'mixup-smoothing.testLoss.last', decimals: 2, unit: 'nat' })}.`,
  },
] satisfies readonly GuessDefinition[];
