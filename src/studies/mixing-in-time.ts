import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsProtocol, digitsStudy, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** A fifth of all steps, at either end of the training. */
const fifth = digitsProtocol.steps / 5;

const times = (alpha: number): Record<string, Policy> => ({
  mixup: mixupPolicy(alpha),
  'ends-early': mixupPolicy(alpha, { mixesUntil: digitsProtocol.steps - fifth }),
  'begins-late': mixupPolicy(alpha, { mixesFrom: fifth }),
});

/** ERM, and mixup in all steps, in all but the last fifth and in all but the first, at α = 0.2 and at α = 1. */
const mixingInTimeConditions: readonly Condition[] = Object.entries({
  erm: ermPolicy,
  ...Object.fromEntries(Object.entries(times(0.2)).map(([name, policy]) => [`weak-${name}`, policy])),
  ...times(1),
}).map(([name, policy]) => ({ name, policy }));

/** Whether mixup should be turned off at the end, or begin later, on digits. The learning rate stays the same throughout. */
export function mixingInTime(digits: DataSet): Study<DigitsMeasure> {
  return digitsStudy(digits, { conditions: mixingInTimeConditions });
}
