import { cellAt } from '../../paper/paper-table.ts';
import { table5 } from '../../paper/tables/table-5.ts';
import type { AblationDecay, AblationVariant } from '../../studies/ablation.ts';

/** The row of Table 5 that a variant repeats. Labels alone it does not have; hidden layers are those of the deeper network. */
const rowOf: Readonly<Partial<Record<AblationVariant, string>>> = {
  mixup: 'mixup.random',
  'mixup-near': 'mixup.near',
  'inputs-same-near': 'inputs.same-class-near',
  'inputs-near': 'inputs.near',
  'inputs-same': 'inputs.same-class-random',
  inputs: 'inputs.random',
  'smoothing-5': 'smoothing.0.05',
  'smoothing-10': 'smoothing.0.1',
  'smoothing-20': 'smoothing.0.2',
  'inputs-smoothing-5': 'inputs-smoothing.0.05',
  'inputs-smoothing-10': 'inputs-smoothing.0.1',
  'inputs-smoothing-20': 'inputs-smoothing.0.2',
  'inputs-smoothing-40': 'inputs-smoothing.0.4',
  'noise-5': 'noise.0.05',
  'noise-10': 'noise.0.1',
  'noise-20': 'noise.0.2',
  'deep-mixup': 'mixup.random',
  'deep-hidden-1': 'hidden.1',
  'deep-hidden-2': 'hidden.2',
  'deep-hidden-3': 'hidden.3',
  'deep-hidden-4': 'hidden.4',
  'deep-hidden-5': 'hidden.5',
};

/** What variants change of ERM's error in the paper, in points, by weight decay. */
export type PaperChanges = Readonly<Record<AblationDecay, Readonly<Partial<Record<AblationVariant, number>>>>>;

/** Read off Table 5; at build time alone, which has the table. */
export function paperChanges(): PaperChanges {
  const changesAt = (decay: AblationDecay) =>
    Object.fromEntries(
      Object.entries(rowOf).map(([variant, row]) => [
        variant,
        cellAt(table5, `${row}.${decay}-decay`).value - cellAt(table5, `erm.${decay}-decay`).value,
      ]),
    );
  return { weak: changesAt('weak'), strong: changesAt('strong') };
}
