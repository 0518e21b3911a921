import type { Method } from '../../figures/chart/method-style.ts';
import { ablationDecays, type AblationCondition, type AblationVariant } from '../../studies/ablation.ts';
import type { ConditionLook } from '../kit/rerun/rerun-setup.ts';

const inputsOnly = 'inputs mixed, labels not';
const hidden = 'hidden layer and labels mixed';
const inputsSmoothed = 'inputs mixed, labels smoothed';
const deep = 'five hidden layers';

/** A variant in the words of the paper's table, and in those of the picture. */
interface VariantLook {
  readonly label: string;
  readonly group: string;
  readonly picture: string;
  /** Where there is little room. */
  readonly short?: string;
}

const smoothing = (strength: string): VariantLook => ({
  label: `ε = ${strength}`,
  group: 'label smoothing',
  picture: `labels smoothed by ${strength}`,
  short: `smoothed, ${strength}`,
});
const inputsAndSmoothing = (strength: string): VariantLook => ({
  label: `ε = ${strength}`,
  group: inputsSmoothed,
  picture: `pictures mixed, labels smoothed by ${strength}`,
  short: `pictures + smoothing, ${strength}`,
});
const noise = (deviation: string): VariantLook => ({
  label: `σ = ${deviation}`,
  group: 'Gaussian noise on inputs',
  picture: `noise of ${deviation} added`,
  short: `noise, ${deviation}`,
});
const hiddenLayer = (layer: number, group: string): VariantLook => ({
  label: `layer ${layer}`,
  group,
  picture: `mixup in hidden layer ${layer}`,
  short: `mixup, hidden layer ${layer}`,
});

export const variantLooks: Readonly<Record<AblationVariant, VariantLook>> = {
  erm: { label: 'nothing mixed', group: 'ERM', picture: 'ERM' },
  mixup: {
    label: 'any class, random partner',
    group: 'mixup',
    picture: 'mixup: pictures and labels',
    short: 'mixup',
  },
  'mixup-near': {
    label: 'any class, near partner',
    group: 'mixup',
    picture: 'mixup, with near partners',
    short: 'mixup, near partners',
  },
  'hidden-1': hiddenLayer(1, hidden),
  'hidden-2': hiddenLayer(2, hidden),
  'inputs-same-near': {
    label: 'same class, near (SMOTE)',
    group: inputsOnly,
    picture: 'pictures only, near, same class (SMOTE)',
    short: 'pictures, near, own class',
  },
  'inputs-near': {
    label: 'any class, near partner',
    group: inputsOnly,
    picture: 'pictures only, near partners',
    short: 'pictures, near',
  },
  'inputs-same': {
    label: 'same class, random partner',
    group: inputsOnly,
    picture: 'pictures only, same class',
    short: 'pictures, own class',
  },
  inputs: { label: 'any class, random partner', group: inputsOnly, picture: 'pictures only' },
  labels: {
    label: 'any class, random partner',
    group: 'labels mixed, inputs not (ours)',
    picture: 'labels only (not in the paper)',
    short: 'labels only (ours)',
  },
  'smoothing-5': smoothing('0.05'),
  'smoothing-10': smoothing('0.1'),
  'smoothing-20': smoothing('0.2'),
  'inputs-smoothing-5': inputsAndSmoothing('0.05'),
  'inputs-smoothing-10': inputsAndSmoothing('0.1'),
  'inputs-smoothing-20': inputsAndSmoothing('0.2'),
  'inputs-smoothing-40': inputsAndSmoothing('0.4'),
  'noise-5': noise('0.05'),
  'noise-10': noise('0.1'),
  'noise-20': noise('0.2'),
  'deep-erm': { label: 'nothing mixed', group: deep, picture: 'ERM' },
  'deep-mixup': {
    label: 'inputs and labels mixed',
    group: deep,
    picture: 'mixup of the pictures',
    short: 'mixup of pictures',
  },
  'deep-hidden-1': hiddenLayer(1, deep),
  'deep-hidden-2': hiddenLayer(2, deep),
  'deep-hidden-3': hiddenLayer(3, deep),
  'deep-hidden-4': hiddenLayer(4, deep),
  'deep-hidden-5': hiddenLayer(5, deep),
};

/** Whether networks are trained on soft labels, by mixing or by smoothing them. */
export const softensLabels = ({ policy }: AblationCondition): boolean =>
  (policy.alpha > 0 && policy.mixLabels) || policy.labelSmoothing > 0;

/** What mixes inputs and labels wears the color of mixup. */
function methodOf({ policy: { alpha, mixInputs, mixLabels, labelSmoothing, inputNoise } }: AblationCondition): Method {
  if (alpha > 0) return mixInputs && mixLabels ? 'mixup' : 'other';
  return labelSmoothing === 0 && inputNoise === 0 ? 'erm' : 'other';
}

/** How a condition stands among the numbers. */
export function lookOf(condition: AblationCondition): ConditionLook {
  const { label, group } = variantLooks[condition.variant];
  return {
    label,
    method: methodOf(condition),
    group: condition.decay === 'weak' ? group : `${group}, weight decay ${ablationDecays.strong}`,
  };
}
