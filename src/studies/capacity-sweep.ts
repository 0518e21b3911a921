import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Study } from './study.ts';

/** Units in each of the two hidden layers. */
export const sweptWidths = [4, 8, 16, 32, 64, 128] as const;

/** ERM, mixup as strong as in Fig. 4 of the paper, and mixup with all weights equally likely. */
export const capacityMethods = {
  erm: ermPolicy,
  'weak-mixup': mixupPolicy(0.2),
  mixup: mixupPolicy(1),
} satisfies Record<string, Policy>;
export type CapacityMethod = keyof typeof capacityMethods;

/** Name of the condition of a method at a width, such as `weak-mixup-16`. */
export const capacityCondition = (method: CapacityMethod, width: number): string => `${method}-${width}`;

/**
 * Who gains from mixup: ERM and mixup on digits with networks from tiny to ample, the question behind Fig. 4 of the paper.
 *
 * @param widths units in each of the two hidden layers
 */
export function capacitySweep(
  digits: DataSet,
  length: DigitsLength = {},
  widths: readonly number[] = sweptWidths,
): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    ...length,
    conditions: widths.flatMap((hidden) =>
      Object.entries(capacityMethods).map(([method, policy]) => ({
        name: capacityCondition(method as CapacityMethod, hidden),
        policy,
        hidden,
      })),
    ),
  });
}
