import { words } from '../../words/words.ts';

/** What the figure of the paper's gains and losses says. */
export const changeWords = words('paper-changes', {
  caption:
    '<strong>Mostly fewer errors, sometimes as many, sometimes more.</strong> Read the numbers on the right before you believe a bar: a tenth of 2\u00A0% is little, a tenth of 90\u00A0% is much.',
  reading:
    'Each row is one comparison of the paper: a bar to the left of the line means that mixup makes fewer errors than ERM, a hollow bar to the right that it makes more. The two rows of spoken commands are the same data, with a large network and a small one.',
  credit: 'Numbers: the paper; the selection and its order are ours.',
  table: 'Errors with ERM and with mixup in nine experiments of the paper, and the relative change',
  noisy: 'CIFAR-10, half of the training labels random',
  noisySource: 'Table 2, last epoch, α = 32',
  spokenLarge: 'Spoken commands, VGG-11',
  spokenSource: 'Fig. 4, α = 0.2',
  cifar: 'CIFAR-10, PreAct ResNet-18',
  cifarSource: 'Fig. 3a, α = 1',
  oneStep: 'ImageNet attacked, one step',
  oneStepSource: 'Table 3, white box, first guess',
  longer: 'ImageNet, ResNet-50, 200 epochs',
  shorter: 'ImageNet, ResNet-50, 90 epochs',
  imagenetSource: 'Table 1, α = 0.2',
  pulsars: 'Htru2, a table of numbers',
  pulsarsSource: 'Table 4',
  tenSteps: 'ImageNet attacked, ten steps',
  tenStepsSource: 'Table 3, white box, first five guesses',
  spokenSmall: 'Spoken commands, LeNet',
});
