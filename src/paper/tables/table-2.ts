import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';
import { rowKey } from '../row-key.ts';

/** CIFAR-10 with a share of the training labels replaced: what is learned, and what is learned by heart. */
export const table2 = definePaperTable({
  id: 'table-2',
  place: 'Table 2',
  section: 'Sec. 3.4',
  title: 'Corrupted labels',
  caption:
    'A PreAct ResNet-18 on CIFAR-10, after a share of the training labels was replaced at random. Test labels are untouched. Test error in the best and in the last of 200 epochs, and training error in the last epoch, counted apart on the labels left alone (real) and on the replaced ones (corrupted). A high error on the corrupted labels is good: they were not learned by heart.',
  facts: facts.tables.table2_corrupted_labels.rows,
  key: ({ corruption_pct, method }) => `${corruption_pct}.${rowKey(method)}`,
  columns: [
    { key: 'level', name: 'corrupted labels', unit: '%', of: ({ corruption_pct }) => corruption_pct },
    { key: 'method', name: 'method', of: ({ method }) => method },
    { key: 'alpha', name: 'α', of: ({ alpha }) => alpha },
    { key: 'p', name: 'dropout p', of: ({ dropout_p }) => dropout_p },
    { key: 'best', name: 'test error, best epoch', unit: '%', decimals: 1, of: ({ test_best }) => test_best },
    { key: 'last', name: 'test error, last epoch', unit: '%', decimals: 1, of: ({ test_last }) => test_last },
    { key: 'real', name: 'training error, real labels', unit: '%', decimals: 2, of: ({ train_real }) => train_real },
    {
      key: 'corrupted',
      name: 'training error, corrupted labels',
      unit: '%',
      decimals: 2,
      of: ({ train_corrupted }) => train_corrupted,
    },
  ],
  unstated: ['How much the numbers vary: the paper gives no error bars and no number of repeats.'],
  slips: (show) => [
    'The best epoch is the one with the lowest test error, which nobody can know while training. The last epoch is the fairer comparison.',
    `The text lists the dropout rates tried together with mixup as ${facts.hyperparameters.corrupted_labels.combined_grid.p.join(', ')}; the row for 20 % has p = ${show('20.mixup-dropout.p')}.`,
    `mixup with dropout is called the best of all. That holds for the last epoch at every level; in the best epoch at 20 % mixup alone is better (${show('20.mixup.best')} against ${show('20.mixup-dropout.best')} %).`,
    'The rows with both were added in the second version of the paper, after a reviewer’s suggestion. Their training errors could be checked in one source only.',
  ],
});
