import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';
import { rowKey } from '../row-key.ts';

const modelName = (model: string): string => model.replace('*', '×');

/** ImageNet: ERM and mixup on four networks, trained for about 90 and for 200 epochs. */
export const table1 = definePaperTable({
  id: 'table-1',
  place: 'Table 1',
  section: 'Sec. 3.1',
  title: 'ImageNet',
  caption:
    'Share of the 50,000 validation photos that a network gets wrong: with its first guess (top-1), and with all of its first five (top-5). One thousand classes.',
  facts: facts.tables.table1_imagenet.rows,
  key: ({ model, epochs, method }) => `${rowKey(modelName(model))}.${epochs}.${rowKey(method)}`,
  columns: [
    { key: 'model', name: 'network', of: ({ model }) => modelName(model) },
    { key: 'method', name: 'method', of: ({ method }) => method },
    { key: 'alpha', name: 'α', of: ({ alpha }) => alpha },
    { key: 'epochs', name: 'epochs', of: ({ epochs }) => epochs },
    { key: 'top-1', name: 'top-1 error', unit: '%', decimals: 1, of: ({ top1 }) => top1 },
    { key: 'top-5', name: 'top-5 error', unit: '%', decimals: 1, of: ({ top5 }) => top5 },
    { key: 'from', name: 'number taken from', of: ({ from }) => from },
  ],
  unstated: [
    'How much the numbers vary: the paper gives no error bars and no number of repeats.',
    'The optimizer, its momentum and the weight decay.',
    'The top-5 error of three of the ERM networks.',
  ],
  slips: (show) => [
    `Four of the ERM rows are not the authors’ own but come from two other papers, two of these after 100 epochs. ResNeXt-101 64×4d is compared across lengths: ${show('resnext-101-64x4d.100.erm.top-1')} % after 100 epochs with ERM, ${show('resnext-101-64x4d.90.mixup.top-1')} % after 90 with mixup.`,
  ],
});
