import type { PictureSet } from '../core/data/pictures.ts';
import { pictureNetwork, type Convolution } from '../core/training/convolution.ts';
import type { Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import { classifierParts, type DigitsMeasure } from './digits-study.ts';
import type { Condition, Study } from './study.ts';
import { createTrainingSets } from './training-set.ts';

/** How networks learn clothes at full size: what they train on is drawn for each seed, and as many others to test on. */
export const fullSizeProtocol = {
  trainingRows: 2000,
  testRows: 1000,
  batch: 64,
  optimizer: adam(0.003),
  steps: 1500,
  measureEvery: 250,
} as const;

/** How long and on how much such a study trains; see {@link fullSizeProtocol} for what is left out. */
export interface FullSizeLength {
  readonly steps?: number;
  readonly trainingRows?: number;
}

/** The network of a condition: two hidden layers of its units or, where it has channels, two convolutions, and a dense layer of answers. */
function fullSizeNetwork(
  { hidden = 128, channels }: Pick<Condition, 'hidden' | 'channels'>,
  { side, width, classes }: Pick<PictureSet, 'side' | 'width' | 'classes'>,
): Network {
  if (channels === undefined) {
    return { sizes: [width, hidden, hidden, classes], activation: 'relu' };
  }
  const halving: Convolution = { channels, stride: 2 };
  return pictureNetwork(side, [halving, halving], classes);
}

/**
 * A study on 28 x 28 pictures of clothes: for each seed a split into training and test rows, the same for all conditions.
 *
 * @param pictures inputs from 0 to 1
 */
export function fullSizeStudy(
  pictures: PictureSet,
  conditions: readonly Condition[],
  { steps = fullSizeProtocol.steps, trainingRows = fullSizeProtocol.trainingRows }: FullSizeLength = {},
): Study<DigitsMeasure> {
  const architectures = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const key = JSON.stringify(fullSizeNetwork(condition, pictures));
    architectures.set(key, [...(architectures.get(key) ?? []), condition]);
  }
  return {
    conditions,
    steps,
    measureEvery: Math.min(steps, fullSizeProtocol.measureEvery),
    convolves: conditions.some(({ channels }) => channels !== undefined),
    parts: (seeds) => {
      const dataOf = createTrainingSets(pictures, { trainingRows, testRows: fullSizeProtocol.testRows });
      return [...architectures.values()].flatMap((own) =>
        classifierParts(pictures, fullSizeNetwork(own[0] as Condition, pictures), fullSizeProtocol, own, seeds, dataOf),
      );
    },
  };
}
