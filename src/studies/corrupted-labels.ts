import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
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

/** The methods in the order of the paper's table. */
export const corruptedMethodNames = Object.keys(corruptedMethods) as CorruptedMethod[];

/**
 * Table 2 of the paper on digits: conditions are named `<method> <share in %>`.
 *
 * @param shares of the training labels drawn anew, 0 to 1
 * @param length of the training, if not that of all studies on digits
 * @param methods compared; all if not given
 */
export function corruptedLabels(
  digits: DataSet,
  shares: readonly number[] = corruptedShares,
  length: DigitsLength = {},
  methods: readonly CorruptedMethod[] = corruptedMethodNames,
): Study<DigitsMeasure> {
  return digitsStudy(digits, {
    ...length,
    conditions: shares.flatMap((redrawn) =>
      methods.map((method) => ({
        name: corruptedCondition(method, redrawn),
        policy: corruptedMethods[method],
        redrawn,
      })),
    ),
  });
}

export const corruptedCondition = (method: string, share: number): string => `${method} ${Math.round(100 * share)}`;

/** The method and the share in percent that a condition is named after. */
export function readCorruptedCondition(condition: string): {
  readonly method: CorruptedMethod;
  readonly share: number;
} {
  const [method, share] = condition.split(' ');
  return { method: method as CorruptedMethod, share: Number(share) };
}
