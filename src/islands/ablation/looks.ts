import type { AblationName } from '../../studies/ablation.ts';
import type { ConditionLook } from '../kit/rerun/rerun-setup.ts';

const inputsOnly = 'inputs mixed, labels not';
const hidden = 'hidden layer and labels mixed';

/** A variant in the words of the paper's table, and in those of the picture. */
interface VariantLook extends ConditionLook {
  readonly picture: string;
  /** Where there is little room. */
  readonly short?: string;
}

/** What mixes inputs and labels wears the color of mixup. */
export const variantLooks: Readonly<Record<AblationName, VariantLook>> = {
  erm: { label: 'nothing mixed', method: 'erm', group: 'ERM', picture: 'ERM' },
  mixup: {
    label: 'any class, random partner',
    method: 'mixup',
    group: 'mixup',
    picture: 'mixup: pictures and labels',
    short: 'mixup',
  },
  'mixup-near': {
    label: 'any class, near partner',
    method: 'mixup',
    group: 'mixup',
    picture: 'mixup, with near partners',
    short: 'mixup, near partners',
  },
  'hidden-1': {
    label: 'layer 1',
    method: 'mixup',
    group: hidden,
    picture: 'mixup in hidden layer 1',
    short: 'mixup, hidden layer 1',
  },
  'hidden-2': {
    label: 'layer 2',
    method: 'mixup',
    group: hidden,
    picture: 'mixup in hidden layer 2',
    short: 'mixup, hidden layer 2',
  },
  'inputs-same-near': {
    label: 'same class, near (SMOTE)',
    method: 'other',
    group: inputsOnly,
    picture: 'pictures only, near, same class (SMOTE)',
    short: 'pictures, near, own class',
  },
  'inputs-same': {
    label: 'same class, random partner',
    method: 'other',
    group: inputsOnly,
    picture: 'pictures only, same class',
    short: 'pictures, own class',
  },
  inputs: { label: 'any class, random partner', method: 'other', group: inputsOnly, picture: 'pictures only' },
  labels: {
    label: 'any class, random partner',
    method: 'other',
    group: 'labels mixed, inputs not',
    picture: 'labels only',
  },
  'smoothing-10': {
    label: 'ε = 0.1',
    method: 'other',
    group: 'label smoothing',
    picture: 'nothing mixed, labels smoothed',
    short: 'labels smoothed',
  },
  'inputs-smoothing-10': {
    label: 'ε = 0.1',
    method: 'other',
    group: 'inputs mixed, labels smoothed',
    picture: 'pictures mixed, labels smoothed',
    short: 'pictures + smoothing',
  },
  'noise-10': {
    label: 'σ = 0.1',
    method: 'other',
    group: 'Gaussian noise on inputs',
    picture: 'nothing mixed, noise added',
    short: 'noise added',
  },
};
