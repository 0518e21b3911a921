import { writtenPaperNumber } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

const error = (row: string): string => writtenPaperNumber({ table: 'table-5', of: `${row}.weak-decay` });
const [usual, mixed, inputs] = ['erm', 'mixup.random', 'inputs.random'].map(error) as [string, string, string];

/** What the article on the ablation asks. */
export default [
  {
    id: 'inputs-alone',
    question: `mixup lowers the error on CIFAR-10 from ${usual} to ${mixed}. Blend the photos only, and keep the heavier one’s label: which error then?`,
    figure: 'paper-ablation',
    asks: {
      kind: 'number',
      from: 4,
      to: 6,
      step: 0.1,
      start: 5,
      decimals: 1,
      unit: '%',
      ends: ['4 %', '6 %'],
      came: Number.parseFloat(inputs),
    },
    paper: `In the paper it is ${inputs}, with the weak weight decay.`,
  },
] satisfies readonly GuessDefinition[];
