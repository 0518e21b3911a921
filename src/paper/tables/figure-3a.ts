import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';
import { rowKey } from '../row-key.ts';

/** CIFAR-10 and CIFAR-100 with three networks. */
export const figure3a = definePaperTable({
  id: 'figure-3a',
  place: 'Figure 3a',
  section: 'Sec. 3.2',
  title: 'CIFAR',
  caption:
    'Share of test photos classified wrongly after 200 epochs, on small photos in ten classes (CIFAR-10) and in a hundred (CIFAR-100). For mixup α = 1.',
  facts: facts.tables.fig3a_cifar.rows,
  key: ({ dataset, model }) => `${rowKey(dataset)}.${rowKey(model)}`,
  columns: [
    { key: 'data', name: 'data set', of: ({ dataset }) => dataset },
    { key: 'model', name: 'network', of: ({ model }) => model },
    { key: 'erm', name: 'ERM', unit: '%', decimals: 1, of: (row) => row.ERM },
    { key: 'mixup', name: 'mixup', unit: '%', decimals: 1, of: (row) => row.mixup },
  ],
  unstated: [
    'How much the numbers vary: the paper gives no error bars and no number of repeats.',
    'The optimizer and the augmentation. The authors’ code uses SGD with momentum 0.9, shifts by up to 4 pixels and mirrors.',
  ],
  slips: (show) => [
    `The first version gave 3.9 % for PreAct ResNet-18 with mixup on CIFAR-10. The first author could not reproduce it; the final version has ${show('cifar-10.preact-resnet-18.mixup')} %.`,
  ],
});
