import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Study } from './study.ts';

/** The strengths compared; 0 is ERM. */
export const sweptAlphas = [0, 0.1, 0.2, 0.4, 1, 2, 8, 32] as const;

/**
 * Which alpha serves digits best: ERM and mixup from barely to nearly half and half.
 *
 * @param alphas those compared; conditions are named by {@link sweptCondition}
 */
export function alphaSweep(
  digits: DataSet,
  length: DigitsLength = {},
  alphas: readonly number[] = sweptAlphas,
): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    ...length,
    conditions: alphas.map((alpha) => ({
      name: sweptCondition(alpha),
      policy: alpha === 0 ? ermPolicy : mixupPolicy(alpha),
    })),
  });
}

/** `erm` for 0, otherwise such as `mixup-0_2`: full stops part the keys of paths to results. */
export const sweptCondition = (alpha: number): string =>
  alpha === 0 ? 'erm' : `mixup-${String(alpha).replace('.', '_')}`;
