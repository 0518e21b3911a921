import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsMeasure } from './digits-study.ts';
import type { Study } from './study.ts';

/** Shares of training labels drawn at random. */
export const memorizationShares = [0, 0.5, 1] as const;

/** What is kept of it. */
export const memorizationMeasures = ['trainingError', 'testError'] as const satisfies readonly DigitsMeasure[];
export type MemorizationMeasure = (typeof memorizationMeasures)[number];

/** Ordinary training on few enough digits to learn them by heart, with right, half random and wholly random labels. */
export function memorization(digits: DataSet, steps = 600): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    conditions: memorizationShares.map((redrawn) => ({
      name: memorizationCondition(redrawn),
      policy: ermPolicy,
      redrawn,
    })),
    trainingRows: 300,
    steps,
    measureEvery: 25,
  });
}

/** The name of a condition: the share of random labels in percent. */
export const memorizationCondition = (share: number): string => String(Math.round(100 * share));
