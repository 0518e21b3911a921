import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** Units in each of the two hidden layers. */
const widths = [4, 8, 16, 32, 64, 128];

/** ERM, mixup as strong as in Fig. 4 of the paper, and mixup with all weights equally likely, at each width. */
export const capacitySweepConditions: readonly Condition[] = widths.flatMap((hidden) => [
  { name: `erm-${hidden}`, policy: ermPolicy, hidden },
  { name: `weak-mixup-${hidden}`, policy: mixupPolicy(0.2), hidden },
  { name: `mixup-${hidden}`, policy: mixupPolicy(1), hidden },
]);

/** Who gains from mixup: ERM and mixup on digits with networks from tiny to ample, the question behind Fig. 4 of the paper. */
export function capacitySweep(
  digits: DataSet,
  length: DigitsLength = {},
  conditions = capacitySweepConditions,
): Study<DigitsMeasure> {
  return digitsStudy(digits, { ...length, conditions });
}
