import { defineParameters } from '../../../parameters/parameter.ts';
import { packed } from '../../../data/fashion-mnist-full-size/packed.ts';
import type { FullSizeLength } from '../../../studies/full-size-fashion.ts';
import { seedsParameter } from '../study/seeds-parameter.ts';

const choice = <V extends string>(...values: V[]) => values.map((value) => ({ value, name: value }));

/** What a reader can set in every re-run on clothes at full size. */
export const fullSizeParameters = defineParameters({
  rows: {
    kind: 'choice',
    key: 'rows',
    label: 'training pictures',
    choices: choice('500', '1000', '2000'),
    default: '2000',
  },
  steps: {
    kind: 'choice',
    key: 'steps',
    label: 'training steps',
    choices: choice('250', '750', '1500'),
    default: '1500',
  },
  seeds: seedsParameter('2'),
});

/** The situations to start from. */
export const fullSizePresets = [
  { name: '2,000 pictures', set: { rows: '2000', steps: '1500' } },
  { name: 'Few pictures', set: { rows: '500', steps: '1500' } },
  { name: 'A short training', set: { rows: '2000', steps: '250' } },
] as const;

/** What the reader's settings say of the length of a study. */
export const fullSizeLength = ({ rows, steps }: { readonly rows: string; readonly steps: string }): FullSizeLength => ({
  trainingRows: Number(rows),
  steps: Number(steps),
});

/** What a run fetches before it starts, for its reader. */
export const fullSizeDownload = `${(packed.bytes / 1e6).toFixed(1)}\u00A0MB of pictures`;
