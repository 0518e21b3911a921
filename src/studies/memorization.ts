import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** Shares of training labels drawn at random. */
const memorizationShares = [0, 0.5, 1] as const;

/** Ordinary training at each share, named by it in percent. */
const memorizationConditions: readonly Condition[] = memorizationShares.map((redrawn) => ({
  name: String(Math.round(100 * redrawn)),
  policy: ermPolicy,
  redrawn,
}));

/** What is kept of it. */
export const memorizationMeasures = ['trainingError', 'testError'] as const satisfies readonly DigitsMeasure[];
export type MemorizationMeasure = (typeof memorizationMeasures)[number];

/** Ordinary training on few enough digits to learn them by heart, with right, half random and wholly random labels. */
export function memorization(digits: DataSet, steps = 600): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    conditions: memorizationConditions,
    trainingRows: 300,
    steps,
    measureEvery: 25,
  });
}
