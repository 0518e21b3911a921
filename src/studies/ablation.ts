import type { DataSet } from '../core/data/data-set.ts';
import { ermPolicy, mixupPolicy, type Policy } from '../core/training/policy.ts';
import { digitsProtocol, digitsStudy, type DigitsLength, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';

/** Table 5 mixes at five depths. With layers of half the width, a network of as many has about as many weights as the usual one. */
const deep = { hiddenLayers: 5, hidden: digitsProtocol.hidden / 2 };
const usual = { hiddenLayers: digitsProtocol.hiddenLayers, hidden: digitsProtocol.hidden };
/** Which share of the training rows counts as near, as in the paper: 200 of 50,000. */
const nearShare = 0.004;

const mixed = (changes: Partial<Policy> = {}): Policy => mixupPolicy(1, changes);
/** As in the paper, the label is that of the heavier partner. */
const inputsMixed = (changes: Partial<Policy> = {}): Policy =>
  mixed({ mixLabels: false, heavier: 'first', ...changes });
const smoothed = (labelSmoothing: number): Policy => ({ ...ermPolicy, labelSmoothing });
const noisy = (inputNoise: number): Policy => ({ ...ermPolicy, inputNoise });

/**
 * The policies of Table 5 of the paper, with alpha = 1 as there, and one it lacks: labels mixed while the input is that
 * of the heavier partner. Numbers in names are layers, or percent.
 */
const usualPolicies = {
  erm: ermPolicy,
  mixup: mixed(),
  'mixup-near': mixed({ partnerChoice: 'nearest' }),
  'hidden-1': mixed({ layer: 1 }),
  'hidden-2': mixed({ layer: 2 }),
  'inputs-same-near': inputsMixed({ partnerClass: 'same', partnerChoice: 'nearest' }),
  'inputs-near': inputsMixed({ partnerChoice: 'nearest' }),
  'inputs-same': inputsMixed({ partnerClass: 'same' }),
  inputs: inputsMixed(),
  labels: mixed({ mixInputs: false, heavier: 'first' }),
  'smoothing-5': smoothed(0.05),
  'smoothing-10': smoothed(0.1),
  'smoothing-20': smoothed(0.2),
  'inputs-smoothing-5': inputsMixed({ labelSmoothing: 0.05 }),
  'inputs-smoothing-10': inputsMixed({ labelSmoothing: 0.1 }),
  'inputs-smoothing-20': inputsMixed({ labelSmoothing: 0.2 }),
  'inputs-smoothing-40': inputsMixed({ labelSmoothing: 0.4 }),
  'noise-5': noisy(0.05),
  'noise-10': noisy(0.1),
  'noise-20': noisy(0.2),
} satisfies Record<string, Policy>;

/** Those of the network that has as many hidden layers as the table has depths. */
const deepPolicies = {
  'deep-erm': ermPolicy,
  'deep-mixup': mixed(),
  'deep-hidden-1': mixed({ layer: 1 }),
  'deep-hidden-2': mixed({ layer: 2 }),
  'deep-hidden-3': mixed({ layer: 3 }),
  'deep-hidden-4': mixed({ layer: 4 }),
  'deep-hidden-5': mixed({ layer: 5 }),
} satisfies Record<string, Policy>;

export type AblationVariant = keyof typeof usualPolicies | keyof typeof deepPolicies;

/** Both weight decays of Table 5. */
export const ablationDecays = { weak: 1e-4, strong: 5e-4 } as const;
export type AblationDecay = keyof typeof ablationDecays;

/** A condition of the ablation. */
export interface AblationCondition extends Condition {
  readonly variant: AblationVariant;
  readonly decay: AblationDecay;
}

/** The name of a variant's condition: with the strong decay it says so. */
export const ablationName = (variant: AblationVariant, decay: AblationDecay): string =>
  decay === 'weak' ? variant : `strong ${variant}`;

const conditionsOf = (
  policies: Readonly<Partial<Record<AblationVariant, Policy>>>,
  decay: AblationDecay,
  size: Pick<Condition, 'hidden' | 'hiddenLayers'>,
): AblationCondition[] =>
  Object.entries(policies).map(([key, policy]) => {
    const variant = key as AblationVariant;
    return {
      name: ablationName(variant, decay),
      policy,
      ...size,
      weightDecay: ablationDecays[decay],
      variant,
      decay,
    };
  });

/** Every variant with both weight decays. */
export const ablationConditions: readonly AblationCondition[] = (
  Object.keys(ablationDecays) as AblationDecay[]
).flatMap((decay) => [...conditionsOf(usualPolicies, decay, usual), ...conditionsOf(deepPolicies, decay, deep)]);

/** Which part of mixup does the work (Table 5 of the paper), on digits. */
export function ablation(
  digits: DataSet,
  length: DigitsLength = {},
  conditions: readonly Condition[] = ablationConditions,
): Study<DigitsMeasure> {
  const { trainingRows = digitsProtocol.trainingRows } = length;
  const nearest = Math.max(1, Math.round(nearShare * trainingRows));
  const withNearest = ({ policy, ...rest }: Condition): Condition => ({ ...rest, policy: { ...policy, nearest } });
  return digitsStudy(digits, { ...length, conditions: conditions.map(withNearest) });
}
