import { hash3 } from '../random/hash.ts';

/**
 * A short name for numbers, to see whether two runs ended with the same bits: sixteen hexadecimal digits. Other numbers have
 * another one, but for a chance of 2^-64.
 *
 * @param numbers each rounded to float32
 * @returns undefined where one is not finite: a network that diverged has nothing to be recognized by
 */
export function fingerprint(numbers: ArrayLike<number>): string | undefined {
  const floats = Float32Array.from(numbers);
  if (!floats.every((value) => Number.isFinite(value))) return undefined;
  return hashWords(new Uint32Array(floats.buffer));
}

/**
 * The fingerprint of each member of an ensemble.
 *
 * @param parameters `[members, parameters]`
 * @returns of each, undefined where one of its numbers is not finite
 */
export function memberFingerprints(parameters: Float64Array, members: number): (string | undefined)[] {
  const width = parameters.length / members;
  return Array.from({ length: members }, (_, m) => fingerprint(parameters.subarray(m * width, (m + 1) * width)));
}

/**
 * The fingerprint of several networks, in their order.
 *
 * @param fingerprints of each, sixteen hexadecimal digits or undefined
 * @returns undefined where one has none
 */
export function jointFingerprint(fingerprints: readonly (string | undefined)[]): string | undefined {
  const words: number[] = [];
  for (const one of fingerprints) {
    if (one === undefined) return undefined;
    words.push(parseInt(one.slice(0, 8), 16), parseInt(one.slice(8), 16));
  }
  return hashWords(words);
}

function hashWords(words: ArrayLike<number>): string {
  const state = Uint32Array.of(0x9e3779b9, words.length, 0);
  for (let k = 0; k < words.length; k += 1)
    hash3(state[0] as number, (state[2] as number) ^ (words[k] as number), (state[1] as number) + k, state);
  return [state[0] as number, state[2] as number].map((word) => word.toString(16).padStart(8, '0')).join('');
}
