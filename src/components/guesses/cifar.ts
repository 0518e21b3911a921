import { bakedAtStep } from '../../islands/kit/baked/baked-results.ts';
import { writtenPaperNumber, writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const step = 100;
const error = (method: string): string =>
  writtenResult({ experiment: 'learning-curves', of: `${method}.trainingError`, at: step, scale: 100, unit: '%' });
const ending = (method: string): string => writtenPaperNumber({ table: 'figure-3b', of: `${method}.final` });

/** What the article on CIFAR asks. */
export default [
  {
    id: 'first-steps',
    question: `After ${step} steps, about six passes, ERM gets ${error('erm')} of its own training digits wrong. And mixup at α = 1?`,
    figure: 'learning-curves',
    asks: {
      kind: 'number',
      from: 0,
      to: 10,
      step: 0.1,
      start: 5,
      decimals: 1,
      unit: '%',
      ends: ['none', '10 %'],
      came: 100 * bakedAtStep('learning-curves', 'mixup.trainingError', step).mean,
    },
    ours: `On digits, over 16 seeds, it is ${error('mixup')}.`,
    paper: `The paper draws the test error alone: both fall at a similar speed, to ${ending('erm')} with ERM and ${ending('mixup')} with mixup.`,
  },
] satisfies readonly GuessDefinition[];
