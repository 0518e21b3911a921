import type { PermutationShape } from './permutation-shape.ts';

/**
 * Where one place goes under a keyed permutation of 0 to size - 1, without computing where the others go.
 *
 * A Feistel network on the grid of {@link PermutationShape}, with modular additions in place of exclusive ors, so that a
 * side may have any size; a place that leaves the set walks on until it is back (J. Black and P. Rogaway, "Ciphers with
 * Arbitrary Finite Domains", CT-RSA 2002, doi 10.1007/3-540-45760-7_9). On a grid of two equal powers of two, as is
 * usual, only even permutations would come, however many rounds there are. It uses nothing but 32-bit integers: the
 * programs in `permutation-programs.ts` compute the same.
 *
 * @param key 32 bits; with `stride` the key of the permutation
 * @param stride 32 bits, odd: how far the key moves from round to round
 * @param place from 0 to size - 1
 * @returns from 0 to size - 1, a different one for each place
 */
export function permute(key: number, stride: number, shape: PermutationShape, place: number): number {
  const { size, lowBits, tall, rounds } = shape;
  const mask = (1 << lowBits) - 1;
  let low = place & mask;
  let high = place >>> lowBits;
  let result = size;
  // At most `mask` places of the grid lie outside the set, so no walk is longer.
  for (let walk = 0; walk <= mask && result >= size; walk += 1) {
    let roundKey = key;
    for (let round = 0; round < rounds; round += 2) {
      high += Math.imul(scatter(low + roundKey), tall) >>> 16;
      if (high >= tall) high -= tall;
      roundKey = (roundKey + stride) | 0;
      low = (low + scatter(high + roundKey)) & mask;
      roundKey = (roundKey + stride) | 0;
    }
    result = (high << lowBits) | low;
  }
  return result;
}

/** 16 bits that depend on all bits of a word. */
function scatter(word: number): number {
  const once = Math.imul(word, 0x9e3779b1);
  return Math.imul(once ^ (once >>> 15), 0x85ebca6b) >>> 16;
}

/**
 * The whole number floor(word * size / 2^32): a uniform word becomes a uniform number from 0 to size - 1. In 32-bit
 * integers, exact for every two words, so that programs without 64-bit products compute the same.
 */
export function scaleWord(word: number, size: number): number {
  const wordLow = word & 0xffff;
  const wordHigh = word >>> 16;
  const sizeLow = size & 0xffff;
  const sizeHigh = size >>> 16;
  const middle = (Math.imul(wordHigh, sizeLow) >>> 0) + (Math.imul(wordLow, sizeLow) >>> 16);
  const low = (Math.imul(wordLow, sizeHigh) >>> 0) + (middle & 0xffff);
  return (Math.imul(wordHigh, sizeHigh) + (middle >>> 16) + (low >>> 16)) >>> 0;
}
