import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';
import { rowKey } from '../row-key.ts';

/** Spoken commands: a small network and a large one. */
export const figure4 = definePaperTable({
  id: 'figure-4',
  place: 'Figure 4',
  section: 'Sec. 3.3',
  title: 'Spoken commands',
  caption:
    'Share of one-second clips of 30 spoken words that are classified wrongly, by a small network (LeNet) and a large one (VGG-11). With mixup, the first 5 of 30 epochs are trained without mixing.',
  facts: facts.tables.fig4_google_commands.rows,
  key: ({ model, method, alpha }) => `${rowKey(model)}.${rowKey(method)}${alpha === null ? '' : `-${alpha}`}`,
  columns: [
    { key: 'model', name: 'network', of: ({ model }) => model },
    { key: 'method', name: 'method', of: ({ method }) => method },
    { key: 'alpha', name: 'α', of: ({ alpha }) => alpha },
    { key: 'validation', name: 'validation error', unit: '%', decimals: 1, of: ({ validation }) => validation },
    { key: 'test', name: 'test error', unit: '%', decimals: 1, of: ({ test }) => test },
  ],
  unstated: [
    'How much the numbers vary: the paper gives no error bars and no number of repeats.',
    'What exactly the networks are: both are said to have two convolutional and two fully connected layers, which is not a usual VGG-11.',
  ],
  slips: (show) => [
    `The text says that mixup is better on this task. For LeNet it is worse in all four numbers (test error ${show('lenet.erm.test')} without, ${show('lenet.mixup-0.1.test')} and ${show('lenet.mixup-0.2.test')} % with).`,
    'The text calls this figure “Table 4”.',
  ],
});
