import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

const mixed = (changes: Partial<Policy> = {}): Policy => mixupPolicy(1, changes);
/** As in the paper, the label is that of the heavier partner. */
const inputsMixed = (changes: Partial<Policy> = {}): Policy =>
  mixed({ mixLabels: false, heavier: 'first', ...changes });
const smoothed = (labelSmoothing: number): Policy => ({ ...ermPolicy, labelSmoothing });
const noisy = (inputNoise: number): Policy => ({ ...ermPolicy, inputNoise });

/**
 * The policies of Table 5 of the paper, with alpha = 1 as there, and one it lacks: labels mixed while the input is that
 * of the heavier partner. Numbers in names are percent.
 */
const policies = {
  erm: ermPolicy,
  mixup: mixed(),
  'mixup-near': mixed({ partnerChoice: 'nearest' }),
  'hidden-1': mixed({ layer: 1 }),
  'hidden-2': mixed({ layer: 2 }),
  'inputs-same-near': inputsMixed({ partnerClass: 'same', partnerChoice: 'nearest' }),
  'inputs-same': inputsMixed({ partnerClass: 'same' }),
  inputs: inputsMixed(),
  labels: mixed({ mixInputs: false, heavier: 'first' }),
  'smoothing-10': smoothed(0.1),
  'inputs-smoothing-10': inputsMixed({ labelSmoothing: 0.1 }),
  'noise-10': noisy(0.1),
} satisfies Record<string, Policy>;
export type AblationName = keyof typeof policies;

/** A condition of the ablation. */
export interface AblationCondition extends Condition {
  readonly name: AblationName;
}

export const ablationConditions: readonly AblationCondition[] = (Object.keys(policies) as AblationName[]).map(
  (name) => ({ name, policy: policies[name] }),
);

/** Which part of mixup does the work (Table 5 of the paper), on digits. */
export function ablation(
  digits: DataSet,
  length: DigitsLength = {},
  conditions: readonly Condition[] = ablationConditions,
): Study<DigitsMeasure> {
  return digitsStudy(digits, { ...length, conditions });
}
