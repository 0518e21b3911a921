import { baked } from '../../islands/kit/baked/baked-results.ts';
import { writtenPaperNumber, writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const path = (method: string): string => `${method} 50.testError.last`;
const error = (method: string): string =>
  writtenResult({ experiment: 'corrupted-labels', of: path(method), scale: 100, unit: '%' });
const inPaper = (method: string): string => writtenPaperNumber({ table: 'table-2', of: `50.${method}.last` });

/** What the article on corrupted labels asks. */
export default [
  {
    id: 'half-wrong',
    question: `Half of the labels of our digits are redrawn at random. ERM ends with ${error('erm')} of the test digits wrong. And mixup?`,
    figure: 'corrupted-labels',
    asks: {
      kind: 'number',
      from: 0,
      to: 60,
      step: 1,
      start: 30,
      decimals: 0,
      unit: '%',
      ends: ['none', '60 %'],
      came: 100 * baked('corrupted-labels', path('mixup')).mean,
    },
    ours: `On digits, over 8 seeds, mixup ends at ${error('mixup')}, and dropout at ${error('dropout')}.`,
    paper: `In the paper, on CIFAR-10, ERM ends at ${inPaper('erm')} and mixup at ${inPaper('mixup')}.`,
  },
] satisfies readonly GuessDefinition[];
