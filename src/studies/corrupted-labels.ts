import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/policy.ts';
import { digitsStudy, type DigitsMeasure } from './digits-study.ts';
import type { Study } from './study.ts';

/** Shares of redrawn labels (Table 2 of the paper). */
export const corruptedShares = [0.2, 0.5, 0.8] as const;

/** The methods of Table 2, with strengths that fit digits. */
export const corruptedMethods = {
  erm: ermPolicy,
  dropout: { ...ermPolicy, dropout: 0.5 },
  mixup: mixupPolicy(8),
  'mixup-and-dropout': mixupPolicy(4, { dropout: 0.3 }),
} satisfies Record<string, Policy>;
export type CorruptedMethod = keyof typeof corruptedMethods;

/** Table 2 of the paper on digits: conditions are named `<method> <share in %>`. */
export function corruptedLabels(digits: DataSet, shares: readonly number[] = corruptedShares): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    conditions: shares.flatMap((redrawn) =>
      Object.entries(corruptedMethods).map(([method, policy]) => ({
        name: corruptedCondition(method, redrawn),
        policy,
        redrawn,
      })),
    ),
  });
}

export const corruptedCondition = (method: string, share: number): string => `${method} ${Math.round(100 * share)}`;
