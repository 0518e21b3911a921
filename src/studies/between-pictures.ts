import type { DataSet } from '../core/data/data-set.ts';
import { allRows, type Ensemble, type Member } from '../core/training/ensemble.ts';
import type { Network } from '../core/training/network.ts';
import { adam } from '../core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../core/training/policy.ts';

/** How networks are trained that look at blends of two pictures. The first rows are trained on, all others are for testing. */
export const picturesProtocol = {
  trainingRows: 4000,
  hidden: 128,
  optimizer: adam(0.001),
  batch: 64,
  steps: 3000,
  alpha: 1,
} as const;

/** The two methods, in the order of a seed's members. */
export const pictureMethods = ['erm', 'mixup'] as const;
export type PictureMethod = (typeof pictureMethods)[number];

/** Two hidden layers between the pixels and the classes. */
export function picturesNetwork({ width, classes }: DataSet): Network {
  const { hidden } = picturesProtocol;
  return { sizes: [width, hidden, hidden, classes], activation: 'relu' };
}

/**
 * ERM and mixup on pictures, seed by seed: both of a seed share initial weights and order of pictures, and all train on the
 * same pictures.
 *
 * @returns its members: ERM and mixup of the first seed, then of the next
 */
export function picturesEnsemble(pictures: DataSet, seeds: readonly number[]): Ensemble {
  const { trainingRows, optimizer, batch, alpha } = picturesProtocol;
  const rows = allRows(trainingRows);
  const policies = { erm: ermPolicy, mixup: mixupPolicy(alpha) };
  return {
    network: picturesNetwork(pictures),
    inputs: pictures.inputs,
    members: seeds.flatMap((seed) =>
      pictureMethods.map((method): Member => ({
        seed,
        policy: policies[method],
        optimizer,
        labels: pictures.labels,
        rows,
      })),
    ),
    batch,
  };
}

/** Two rows of a set of pictures, of different classes. */
export interface PicturePair {
  readonly a: number;
  readonly b: number;
}

/**
 * Blends of pairs of pictures: `(1 - share) A + share B`.
 *
 * @param shares of B, each from 0 to 1
 * @returns `[pairs, shares, width]`
 */
export function blendPairs(
  { inputs, width }: DataSet,
  pairs: readonly PicturePair[],
  shares: readonly number[],
): Float32Array {
  const blends = new Float32Array(pairs.length * shares.length * width);
  let next = 0;
  for (const { a, b } of pairs) {
    for (const share of shares) {
      for (let k = 0; k < width; k += 1)
        blends[next + k] = (1 - share) * (inputs[a * width + k] as number) + share * (inputs[b * width + k] as number);
      next += width;
    }
  }
  return blends;
}

/** Shares of B at which a pair's answers are kept: every fortieth of the way. */
export const keptShares: readonly number[] = Array.from({ length: 41 }, (_, n) => n / 40);
