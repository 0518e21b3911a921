import type { ValuesOf } from '../../parameters/parameter.ts';
import type { AblationVariant } from '../../studies/ablation.ts';
import type { ablationParameters } from './parameters.ts';

/** What is shown: which variants, and with which weight decay. */
export type ShownAblation = Pick<ValuesOf<typeof ablationParameters>, 'shows' | 'decay'>;

/** Some variants on one axis, and what they are compared with. */
interface AblationView {
  readonly baseline: AblationVariant;
  readonly variants: readonly AblationVariant[];
  /** Whether they stand in an order of their own rather than by their errors. */
  readonly inOrder: boolean;
}

/** Table 5 is too long for one window. */
export const ablationViews: Readonly<Record<ShownAblation['shows'], AblationView>> = {
  parts: {
    baseline: 'erm',
    variants: [
      'mixup',
      'mixup-near',
      'hidden-1',
      'hidden-2',
      'inputs-same-near',
      'inputs-near',
      'inputs-same',
      'inputs',
      'labels',
      'smoothing-10',
      'inputs-smoothing-10',
      'noise-10',
    ],
    inOrder: false,
  },
  layers: {
    baseline: 'deep-erm',
    variants: ['deep-mixup', 'deep-hidden-1', 'deep-hidden-2', 'deep-hidden-3', 'deep-hidden-4', 'deep-hidden-5'],
    inOrder: true,
  },
  strengths: {
    baseline: 'erm',
    variants: [
      'smoothing-5',
      'smoothing-10',
      'smoothing-20',
      'inputs-smoothing-5',
      'inputs-smoothing-10',
      'inputs-smoothing-20',
      'inputs-smoothing-40',
      'noise-5',
      'noise-10',
      'noise-20',
    ],
    inOrder: true,
  },
};
