import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** Each choice at the weakest strength that serves digits, and at the strongest that does no harm. */
const choices = (alpha: number): Record<string, Policy> => ({
  mixup: mixupPolicy(alpha),
  'per-example': mixupPolicy(alpha, { lambdaPer: 'example' }),
  'same-batch': mixupPolicy(alpha, { partnerPool: 'batch' }),
  'mixup-smoothing': mixupPolicy(alpha, { labelSmoothing: 0.1 }),
});

/** ERM, label smoothing alone, and mixup with everything that programs choose for their users, at α = 0.2 and at α = 1. */
export const mixingChoicesConditions: readonly Condition[] = Object.entries({
  erm: ermPolicy,
  smoothing: { ...ermPolicy, labelSmoothing: 0.1 },
  ...Object.fromEntries(Object.entries(choices(0.2)).map(([name, policy]) => [`weak-${name}`, policy])),
  ...choices(1),
}).map(([name, policy]) => ({ name, policy }));

/** What one choice more changes on digits: a weight for each example, partners from the mini-batch, label smoothing on top. */
export function mixingChoices(
  digits: DataSet,
  length: DigitsLength = {},
  conditions = mixingChoicesConditions,
): Study<DigitsMeasure> {
  return digitsStudy(digits, { ...length, conditions });
}
