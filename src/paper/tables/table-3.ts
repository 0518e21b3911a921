import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';
import { rowKey } from '../row-key.ts';

const guesses: Readonly<Record<string, string>> = { top1: 'top-1', top5: 'top-5' };

/** ImageNet under attack, with one step and with ten. */
export const table3 = definePaperTable({
  id: 'table-3',
  place: 'Table 3',
  section: 'Sec. 3.5',
  title: 'Adversarial examples',
  caption:
    'A ResNet-101 on ImageNet photos that were changed a little, at most 4 per pixel, so as to raise the loss: in one step (FGSM) or in ten (I-FGSM). White box: the attack uses the network it is aimed at. Black box: it was made on another ERM network. Top-1: the first guess is wrong; top-5: all of the first five are.',
  facts: facts.tables.table3_adversarial.rows,
  key: ({ setting, metric, method }) => `${rowKey(setting)}.${guesses[metric] ?? metric}.${rowKey(method)}`,
  columns: [
    { key: 'setting', name: 'attack', of: ({ setting }) => setting },
    { key: 'metric', name: 'counted', of: ({ metric }) => guesses[metric] ?? metric },
    { key: 'method', name: 'method', of: ({ method }) => method },
    { key: 'fgsm', name: 'error, FGSM', unit: '%', decimals: 1, of: (row) => row.FGSM },
    { key: 'i-fgsm', name: 'error, I-FGSM', unit: '%', decimals: 1, of: (row) => row['I-FGSM'] },
  ],
  unstated: [
    'How much the numbers vary: the paper gives no error bars and no number of repeats.',
    'α of the mixup network, and for how many epochs these networks were trained.',
    'The scale of the 4 per pixel; 0 to 255 is implied.',
    'What attacks other than these two would do.',
  ],
  slips: (show) => {
    const [erm, mixup] = ['erm', 'mixup'].map((method) => Number(show(`white-box.top-1.${method}.fgsm`))) as [
      number,
      number,
    ];
    return [
      `“2.7 times” more robust to FGSM in the white box is a ratio of accuracies, ${(100 - mixup).toFixed(1)} to ${(100 - erm).toFixed(1)} %. The errors, ${erm.toFixed(1)} and ${mixup.toFixed(1)} %, differ by a factor of ${(erm / mixup).toFixed(2)}.`,
      `In the white box ten steps undo the gain: top-1 ${show('white-box.top-1.erm.i-fgsm')} against ${show('white-box.top-1.mixup.i-fgsm')} %, and the top-5 error of mixup is the higher one (${show('white-box.top-5.mixup.i-fgsm')} against ${show('white-box.top-5.erm.i-fgsm')} %).`,
      'Both attacks are cited to the paper that introduced the one-step attack.',
    ];
  },
});
