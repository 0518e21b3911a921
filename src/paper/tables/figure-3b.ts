import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';

const { ERM_final, ERM_min, mixup_final, mixup_min } = facts.figures.fig3b.measured_from_v1_drawing;

/** The ends of the two learning curves. */
export const figure3b = definePaperTable({
  id: 'figure-3b',
  place: 'Figure 3b',
  section: 'Sec. 3.2',
  title: 'Learning curves on CIFAR-10',
  caption:
    'Test error of a DenseNet-190 on CIFAR-10 in the last of 200 epochs, and the lowest of all epochs. The paper draws both curves; they fall at a similar speed and drop sharply at epoch 100, where the learning rate does.',
  facts: [
    { method: 'ERM', final: ERM_final, lowest: ERM_min },
    { method: 'mixup', final: mixup_final, lowest: mixup_min },
  ],
  key: ({ method }) => method.toLowerCase(),
  columns: [
    { key: 'method', name: 'method', of: ({ method }) => method },
    { key: 'final', name: 'last epoch', unit: '%', decimals: 2, of: ({ final }) => final },
    { key: 'lowest', name: 'lowest', unit: '%', decimals: 2, of: ({ lowest }) => lowest },
  ],
  readOff:
    'The paper prints no numbers here. These four were measured in the vector drawing of its first version; the rest of the curves was not.',
  unstated: ['How much the curves vary from run to run; there are no bands.'],
});
