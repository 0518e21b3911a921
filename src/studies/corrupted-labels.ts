import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** Shares of redrawn labels (Table 2 of the paper). */
export const corruptedShares = [0.2, 0.5, 0.8] as const;

/** The methods of Table 2, with strengths that fit digits. */
const corruptedMethods = {
  erm: ermPolicy,
  dropout: { ...ermPolicy, dropout: 0.5 },
  mixup: mixupPolicy(8),
  'mixup-and-dropout': mixupPolicy(4, { dropout: 0.3 }),
} satisfies Record<string, Policy>;
export type CorruptedMethod = keyof typeof corruptedMethods;

/** The methods in the order of the paper's table. */
export const corruptedMethodNames = Object.keys(corruptedMethods) as CorruptedMethod[];

/** A method at a share of redrawn labels. */
export interface CorruptedCondition extends Condition {
  readonly method: CorruptedMethod;
  readonly redrawn: number;
}

/** The conditions of Table 2: every method at every share. */
export function corruptedConditions(
  shares: readonly number[] = corruptedShares,
  methods: readonly CorruptedMethod[] = corruptedMethodNames,
): CorruptedCondition[] {
  return shares.flatMap((redrawn) =>
    methods.map((method) => ({
      name: `${method} ${Math.round(100 * redrawn)}`,
      method,
      policy: corruptedMethods[method],
      redrawn,
    })),
  );
}

/**
 * Table 2 of the paper on digits.
 *
 * @param length of the training, if not that of all studies on digits
 */
export function corruptedLabels(
  digits: DataSet,
  conditions: readonly CorruptedCondition[] = corruptedConditions(),
  length: DigitsLength = {},
): Study<DigitsMeasure> {
  return digitsStudy(digits, { ...length, conditions });
}
