import { log } from '../elementary/logarithm.ts';
import { cos } from '../elementary/sine.ts';
import { expectInteger } from '../expect.ts';
import { hash3 } from './hash.ts';

/** A source of independent uniform numbers in [0, 1), with 53 random bits each. */
export type Random = () => number;

/** 32 bits that name one stream of random numbers; made by {@link streamKey}. */
type StreamKey = number;

/**
 * The key of the stream that belongs to a path of names and numbers, such as `streamKey(seed, 'order', epoch)`.
 * Different paths give streams that are independent for every practical purpose; the same path always gives the same one.
 *
 * @param path strings and integers (integers are taken modulo 2^32)
 * @returns an integer in [0, 2^32)
 * @throws RangeError if a number is not whole
 */
export function streamKey(...path: readonly (string | number)[]): StreamKey {
  const words = new Uint32Array(3);
  let key = 0x9e3779b9;
  let length = 0;
  const absorb = (word: number, kind: number): void => {
    length += 1;
    hash3(key, word, kind + 2 * length, words);
    key = (words[0] as number) ^ (words[2] as number);
  };
  for (const part of path) {
    if (typeof part === 'number') absorb(expectInteger('path', part), 0);
    else for (let i = 0; i <= part.length; i += 1) absorb(i < part.length ? part.charCodeAt(i) : -1, 1);
  }
  return key >>> 0;
}

/**
 * Opens the stream of uniform numbers that belongs to a path (see {@link streamKey}). Reading one stream never moves another.
 *
 * @example const random = createRandom(seed, 'weights');
 */
export function createRandom(...path: readonly (string | number)[]): Random {
  const key = streamKey(...path);
  const words = new Uint32Array(3);
  let counter = 0;
  return () => {
    hash3(key, counter, 0x6d2b79f5, words);
    counter += 1;
    return ((words[0] as number) * 2 ** 21 + ((words[1] as number) >>> 11)) / 2 ** 53;
  };
}

/** A uniform integer in [0, bound); `bound` is an integer from 1 to 2^32. */
export function randomInteger(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}

/** A standard normal number, by the Box-Muller transform (two uniforms for each). */
export function randomNormal(random: Random): number {
  const radius = Math.sqrt(-2 * log(1 - random()));
  return radius * cos(2 * Math.PI * random());
}

/** Shuffles integers in place, every order equally likely (Fisher-Yates). Returns its argument. */
export function shuffle<T extends Uint32Array>(items: T, random: Random): T {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = randomInteger(random, i + 1);
    const held = items[i] as number;
    items[i] = items[j] as number;
    items[j] = held;
  }
  return items;
}
