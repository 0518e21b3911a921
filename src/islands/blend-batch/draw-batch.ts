import { sampleBeta } from '../../core/random/beta.ts';
import { createRandom, randomInteger } from '../../core/random/random.ts';

/** How many blends the figure shows. */
export const batchSize = 12;

/** Below this share a picture counts as hardly there. */
export const faintShare = 0.1;

/** Which pictures are blended and how: `first[k]` weighs `lambdas[k]`, `second[k]` the rest. */
interface Batch {
  /** Picture numbers, `[batchSize]`. */
  readonly first: Uint32Array<ArrayBuffer>;
  readonly second: Uint32Array<ArrayBuffer>;
  /** Weights from 0 to 1, `[batchSize]`. */
  readonly lambdas: Float32Array<ArrayBuffer>;
}

/**
 * Draws pairs of pictures, each picture equally likely, and a weight for each pair from Beta(alpha, alpha). The pairs depend on
 * the seed alone, so that another alpha blends the same ones.
 *
 * @param alpha from 0.001 to 1000
 * @param seed a whole number
 * @param pictures how many pictures there are
 */
export function drawBatch(alpha: number, seed: number, pictures: number): Batch {
  const pairs = createRandom(seed, 'pairs');
  const weights = createRandom(seed, 'lambda');
  const indices = (): Uint32Array<ArrayBuffer> =>
    Uint32Array.from({ length: batchSize }, () => randomInteger(pairs, pictures));
  return {
    first: indices(),
    second: indices(),
    lambdas: Float32Array.from({ length: batchSize }, () => sampleBeta(alpha, weights)),
  };
}

/** How many of some weights leave the weaker picture less than {@link faintShare}. */
export function countFaint(lambdas: ArrayLike<number>): number {
  return Array.from(lambdas).filter((lambda) => Math.min(lambda, 1 - lambda) < faintShare).length;
}
