import { defineParameters } from '../../parameters/parameter.ts';
import type { PlaneProblemName } from '../../studies/wins-and-losses.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** The problems, as headings. */
export const problemNames: Readonly<Record<PlaneProblemName, string>> = {
  'noisy-moons': 'Moons, 30\u00A0% wrong labels',
  blobs: 'Blobs that overlap',
  paper: 'Two rings',
  'clean-moons': 'Moons, clean',
  spirals: 'Two spirals',
};

/** Everything a reader can set in the figure "Where mixup wins and where it loses". */
export const winsAndLossesParameters = defineParameters({
  problem: {
    kind: 'choice',
    key: 'problem',
    label: 'problem',
    choices: [
      { value: 'all', name: 'all five' },
      { value: 'paper', name: 'two rings' },
      { value: 'noisy-moons', name: 'moons, 30 % wrong labels' },
      { value: 'blobs', name: 'overlapping blobs' },
      { value: 'clean-moons', name: 'clean moons' },
      { value: 'spirals', name: 'spirals' },
    ],
    default: 'all',
  },
  alpha: {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.01,
    max: 100,
    step: 0.1,
    scale: 'log',
    default: 1,
  },
  seeds: seedsParameter('4'),
});
