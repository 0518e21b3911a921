import { defineParameters } from '../../parameters/parameter.ts';
import type { PlaneProblemName } from '../../studies/wins-and-losses.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** The problems in a word or two, for columns as narrow as a phone's. */
export const shortNames: Readonly<Record<PlaneProblemName, string>> = {
  'noisy-moons': 'wrong labels',
  blobs: 'blobs',
  paper: 'rings',
  'clean-moons': 'clean moons',
  spirals: 'spirals',
};

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
  /** What a scene shows; where the figure is no stage's, all of it is shown. */
  view: {
    kind: 'choice',
    key: 'view',
    label: 'view',
    choices: [
      { value: 'start', name: 'as the page has it' },
      { value: 'all', name: 'all five' },
      { value: 'points', name: 'all five, before they are trained on' },
      { value: 'erm', name: 'moons, 30 % wrong labels, ERM alone' },
      { value: 'paper', name: 'two rings' },
      { value: 'noisy-moons', name: 'moons, 30 % wrong labels' },
      { value: 'blobs', name: 'overlapping blobs' },
      { value: 'clean-moons', name: 'clean moons' },
      { value: 'spirals', name: 'spirals' },
    ],
    default: 'start',
  },
});
