import type { JoiningMethod } from '../../studies/mixup-or-cutmix.ts';
import type { Method } from '../../figures/chart/method-style.ts';

/** What the methods are called; `short` where there is little room. */
export const methods: Readonly<
  Record<JoiningMethod, { readonly label: string; readonly short: string; readonly method: Method }>
> = {
  erm: { label: 'ERM', short: 'ERM', method: 'erm' },
  smoothing: { label: 'labels smoothed', short: 'smoothing', method: 'other' },
  mixup: { label: 'mixup', short: 'mixup', method: 'mixup' },
  'mixup-half': { label: 'mixup in half of the batches', short: 'mixup, half', method: 'mixup' },
  cutmix: { label: 'CutMix', short: 'CutMix', method: 'other' },
  'cutmix-half': { label: 'CutMix in half of the batches', short: 'CutMix, half', method: 'other' },
  pixels: { label: 'random pixels', short: 'pixels', method: 'other' },
};
