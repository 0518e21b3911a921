import type { Method } from '../../../figures/chart/method-style.ts';
import type { CorruptedMethod } from '../../../studies/corrupted-labels.ts';

/** What the methods are called, and how they look. */
export const corruptedLooks: Readonly<Record<CorruptedMethod, { readonly label: string; readonly method: Method }>> = {
  erm: { label: 'ERM', method: 'erm' },
  dropout: { label: 'dropout', method: 'dropout' },
  mixup: { label: 'mixup', method: 'mixup' },
  'mixup-and-dropout': { label: 'mixup + dropout', method: 'both' },
};
