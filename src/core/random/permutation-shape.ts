import { expectInteger } from '../expect.ts';

/** What `permute` needs to know of a set, made once for its size: the set lies on a grid, rows of 2^lowBits places, `tall` rows. */
export interface PermutationShape {
  readonly size: number;
  readonly lowBits: number;
  readonly tall: number;
  readonly rounds: number;
}

/** The largest set: beyond it, 16 bits are too coarse to move a place evenly among the rows. */
export const largestPermutation = 2 ** 20;

/** Small sets need more rounds until all their orders come equally often. */
const smallSet = { below: 100, rounds: 24 };
const largeSetRounds = 10;

/**
 * Prepares to permute the numbers 0 to size - 1.
 *
 * @param size 1 to 2^20
 * @throws RangeError that names the argument
 */
export function permutationShape(size: number): PermutationShape {
  expectInteger('size', size, 1, largestPermutation);
  const lowBits = size > 1 ? (32 - Math.clz32(size - 1)) >> 1 : 0;
  return {
    size,
    lowBits,
    tall: Math.ceil(size / 2 ** lowBits),
    rounds: size < smallSet.below ? smallSet.rounds : largeSetRounds,
  };
}
