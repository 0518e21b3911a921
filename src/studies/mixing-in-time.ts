import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsProtocol, digitsStudy, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

const times = (alpha: number, steps: number): Record<string, Policy> => ({
  mixup: mixupPolicy(alpha),
  'ends-early': mixupPolicy(alpha, { mixesUntil: steps - steps / 5 }),
  'begins-late': mixupPolicy(alpha, { mixesFrom: steps / 5 }),
});

/** ERM, and mixup in all steps, in all but the last fifth and in all but the first, at α = 0.2 and at α = 1. */
const conditionsOver = (steps: number): readonly Condition[] =>
  Object.entries({
    erm: ermPolicy,
    ...Object.fromEntries(Object.entries(times(0.2, steps)).map(([name, policy]) => [`weak-${name}`, policy])),
    ...times(1, steps),
  }).map(([name, policy]) => ({ name, policy }));

/**
 * Whether mixup should be turned off at the end, or begin later, on digits. The learning rate stays the same throughout.
 *
 * @param steps length of the training, a multiple of 5
 */
export function mixingInTime(digits: DataSet, steps: number = digitsProtocol.steps): Study<DigitsMeasure> {
  return digitsStudy(digits, { steps, conditions: conditionsOver(steps) });
}
