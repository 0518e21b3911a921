import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Study } from './study.ts';

/** The strengths compared; 0 is ERM. */
export const sweptAlphas = [0, 0.1, 0.2, 0.4, 1, 2, 8, 32] as const;

/** Which alpha serves digits best: ERM and mixup from barely to nearly half and half. Conditions are named by their alpha. */
export function alphaSweep(digits: DataSet, length: DigitsLength = {}): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    ...length,
    conditions: sweptAlphas.map((alpha) => ({
      name: String(alpha),
      policy: alpha === 0 ? ermPolicy : mixupPolicy(alpha),
    })),
  });
}
