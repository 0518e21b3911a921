import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** The strengths compared; 0 is ERM. */
const alphas = [0, 0.1, 0.2, 0.4, 1, 2, 8, 32];

/** ERM, then mixup from barely to nearly half and half. Full stops part the keys of paths to results, so names have none. */
export const alphaSweepConditions: readonly Condition[] = alphas.map((alpha) =>
  alpha === 0
    ? { name: 'erm', policy: ermPolicy }
    : { name: `mixup-${String(alpha).replace('.', '_')}`, policy: mixupPolicy(alpha) },
);

/** Which alpha serves digits best. */
export function alphaSweep(
  digits: DataSet,
  length: DigitsLength = {},
  conditions = alphaSweepConditions,
): Study<DigitsMeasure> {
  return digitsStudy(digits, { ...length, conditions });
}
