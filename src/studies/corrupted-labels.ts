import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import { onAllPictures } from './studied-pictures.ts';
import type { Condition, Measurement, Study } from './study.ts';
import { summarizeStudy, type Summarize } from './summarize-study.ts';

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
interface CorruptedCondition extends Condition {
  readonly method: CorruptedMethod;
  readonly redrawn: number;
}

/**
 * What is compared: a method, or ERM's networks as they were where each erred least on the test rows. Such a network is no training of
 * its own, and its choice is as flattering as the paper's best epoch.
 */
export interface ComparedCondition extends Condition {
  readonly method: CorruptedMethod | 'stopped-early';
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

/** What is compared at every share: the methods, and after ERM its networks stopped early. */
export const comparedConditions: readonly ComparedCondition[] = corruptedConditions().flatMap((condition) =>
  condition.method === 'erm'
    ? [
        condition,
        { ...condition, method: 'stopped-early', name: `stopped-early ${Math.round(100 * condition.redrawn)}` },
      ]
    : [condition],
);

/** Of each ERM, whose results are kept, the condition that is made of it. */
const stoppedOf: ReadonlyMap<string, ComparedCondition> = new Map(
  onAllPictures(comparedConditions).flatMap((condition, k, all) =>
    condition.method === 'stopped-early' ? [[all[k - 1]?.name ?? '', condition]] : [],
  ),
);

/** Sums the study up, with early stopping as a method of its own behind ERM. */
export const summarizeCorrupted: Summarize<DigitsMeasure> = (conditions, names, results) =>
  summarizeStudy(
    conditions.flatMap((name) => [name, ...(stoppedOf.has(name) ? [stoppedOf.get(name)?.name ?? ''] : [])]),
    names,
    [
      ...results,
      ...results.flatMap(({ trial: { condition, seed }, curve }) => {
        const stopped = stoppedOf.get(condition.name);
        return stopped ? [{ trial: { condition: stopped, seed }, curve: stopEarly(curve) }] : [];
      }),
    ],
  );

/** Measurements of a network that is kept from the step on at which it errs least on the test rows. */
function stopEarly(curve: readonly Measurement<DigitsMeasure>[]): Measurement<DigitsMeasure>[] {
  let best: Measurement<DigitsMeasure> | undefined;
  for (const one of curve) if (!best || one.measures.testError < best.measures.testError) best = one;
  const kept = best;
  return curve.map((one) => (kept && one.step > kept.step ? { ...kept, step: one.step } : one));
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
