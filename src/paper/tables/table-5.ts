import { facts } from '../paper-facts.ts';
import { cellAt, definePaperTable } from '../paper-table.ts';
import { rowKey } from '../row-key.ts';
import { figure3a } from './figure-3a.ts';

/** The groups of the ablation: the paper's name, the key and our words. */
const groups: Readonly<Record<string, { key: string; words: string }>> = {
  ERM: { key: 'erm', words: 'ERM' },
  mixup: { key: 'mixup', words: 'mixup' },
  'mix labels and latent representations (AC + RP)': { key: 'hidden', words: 'hidden layers and labels mixed' },
  'mix inputs only': { key: 'inputs', words: 'inputs mixed, labels not' },
  'label smoothing': { key: 'smoothing', words: 'label smoothing' },
  'mix inputs + label smoothing (AC + RP)': { key: 'inputs-smoothing', words: 'inputs mixed, labels smoothed' },
  'add Gaussian noise to inputs': { key: 'noise', words: 'Gaussian noise on inputs' },
};

/** The variants within a group, likewise; those with a number are written out below. */
const variants: Readonly<Record<string, { key: string; words: string }>> = {
  'AC + RP': { key: 'random', words: 'any class, random partner' },
  'AC + KNN': { key: 'near', words: 'any class, near partner' },
  'SC + RP': { key: 'same-class-random', words: 'same class, random partner' },
  'SC + KNN (SMOTE, Chawla et al. 2002)': { key: 'same-class-near', words: 'same class, near partner (SMOTE)' },
};

const group = (name: string) => groups[name] ?? { key: rowKey(name), words: name };

function variant(spec: string): { key: string; words: string } {
  const number = spec.replace(/^.* /, '');
  return variants[spec] ?? { key: number, words: spec.replace('eps', 'ε').replace('sigma', 'σ') };
}

/** Which part of mixup does the work. */
export const table5 = definePaperTable({
  id: 'table-5',
  place: 'Table 5',
  section: 'Sec. 3.8',
  title: 'Ablation',
  caption: `Test error of a PreAct ResNet-18 on CIFAR-10, the median of the last 10 epochs, for two strengths of weight decay. Near partner: one of the ${facts.hyperparameters.ablation.knn_k} nearest images. Hidden layer 1 to 4: mixed before each of the four residual blocks; 5: before the last pooling.`,
  facts: facts.tables.table5_ablation.rows,
  key: ({ group: name, spec }) => (spec === '' ? group(name).key : `${group(name).key}.${variant(spec).key}`),
  columns: [
    { key: 'group', name: 'what is done', of: ({ group: name }) => group(name).words },
    { key: 'variant', name: 'variant', of: ({ spec }) => (spec === '' ? null : variant(spec).words) },
    { key: 'weak-decay', name: 'weight decay 0.0001', unit: '%', decimals: 2, of: (row) => row['wd_1e-4'] },
    { key: 'strong-decay', name: 'weight decay 0.0005', unit: '%', decimals: 2, of: (row) => row['wd_5e-4'] },
  ],
  unstated: [
    'How much the numbers vary: the paper gives no error bars and no number of repeats. A median over ten epochs says nothing about another run, so that differences of a tenth of a point may be chance.',
  ],
  slips: (show) => [
    `The “second best method” of the text is inputs mixed with labels smoothed (${show('inputs-smoothing.0.2.weak-decay')} %). Mixing hidden layers 1 and 2 reaches ${show('hidden.1.weak-decay')} and ${show('hidden.2.weak-decay')} %, and mixup with near partners the same ${show('mixup.near.weak-decay')} %; the sentence counts these as kinds of mixup.`,
    `ERM with the same network and settings is ${show('erm.weak-decay')} % here and ${cellAt(figure3a, 'cifar-10.preact-resnet-18.erm').text} % in Figure 3a, mixup ${show('mixup.random.weak-decay')} and ${cellAt(figure3a, 'cifar-10.preact-resnet-18.mixup').text} %: other runs, or another summary.`,
    'The table is in the second version only. Most of its rows could be checked in one source, and its columns of ticks (input changed, target changed) are left out here because they were lost in that source.',
  ],
});
