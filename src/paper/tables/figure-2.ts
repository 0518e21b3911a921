import { facts } from '../paper-facts.ts';
import { definePaperTable } from '../paper-table.ts';

const { fig2a, fig2b } = facts.figures;

/** Between two training images: wrong classes and gradients. */
export const figure2 = definePaperTable({
  id: 'figure-2',
  place: 'Figure 2',
  section: 'Sec. 2',
  title: 'Between two examples',
  caption:
    'On blends λ of one CIFAR-10 training image and 1 − λ of another: how often a network names a class that is neither of the two (a miss), and how long the gradient of its loss with respect to the input is.',
  facts: fig2a.lambda.map((lambda, k) => ({
    lambda,
    misses: { erm: fig2a.ERM_pct[k] as number, mixup: fig2a.mixup_pct[k] as number },
    norm: { erm: fig2b.ERM[k] as number, mixup: fig2b.mixup[k] as number },
  })),
  key: ({ lambda }) => String(lambda),
  columns: [
    { key: 'lambda', name: 'λ', decimals: 2, of: ({ lambda }) => lambda },
    { key: 'erm-misses', name: 'misses, ERM', unit: '%', decimals: 1, of: ({ misses }) => misses.erm },
    { key: 'mixup-misses', name: 'misses, mixup', unit: '%', decimals: 1, of: ({ misses }) => misses.mixup },
    { key: 'erm-norm', name: 'gradient norm, ERM', decimals: 3, of: ({ norm }) => norm.erm },
    { key: 'mixup-norm', name: 'gradient norm, mixup', decimals: 3, of: ({ norm }) => norm.mixup },
  ],
  readOff:
    'The paper prints no numbers here. The curves were measured in the vector drawing of its first version, to about ±0.1 % for the misses and ±0.001 for the norms.',
  unstated: [
    'How much the curves vary; there are no bands.',
    'Whether the final version’s curves are those of the first; we could not compare them.',
  ],
  slips: (show) => [
    `Smaller gradients hold between the images. At the images themselves mixup’s are the longer ones, about ${show('0.mixup-norm')} against ${show('0.erm-norm')}.`,
  ],
});
