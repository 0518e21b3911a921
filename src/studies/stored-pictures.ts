import { packLevels, toGrayLevels, unpackLevels } from '../core/data/pictures.ts';
import { expectLength } from '../core/expect.ts';
import { keptShares, pictureMethods, type PicturePair } from './between-pictures.ts';

/** Two pictures and what two networks say all along between them, as it is kept in `content/results/`. */
export interface StoredPair extends PicturePair {
  /** Classes of A and B. */
  readonly labels: readonly number[];
  /** How many seeds' networks name a third class half way, by method. */
  readonly thirds: readonly number[];
  /** Pixels of A and then of B in 16 levels, packed two to a byte, in base 64. */
  readonly pixels: string;
  /** Probabilities in 255ths, `[methods, shares, classes]`; each but the first of a class as its difference from the one before, in base 64. */
  readonly answers: string;
}

/** Classes of either set of pictures. */
export const classes = 10;

/** Packs a pair. @param pair with pixels of A and B from 0 to 255, and answers as probabilities `[methods, shares, classes]` */
export function packPair(
  pair: PicturePair & {
    readonly labels: readonly number[];
    readonly thirds: readonly number[];
    readonly pixels: readonly Uint8Array[];
    readonly answers: Float32Array;
  },
): { -readonly [key in keyof StoredPair]: StoredPair[key] } {
  const { a, b, labels, thirds, pixels, answers } = pair;
  expectLength('answers', answers, pictureMethods.length * keptShares.length * classes, 'probabilities');
  const whole = Uint8Array.from(answers, (probability) => Math.round(255 * probability));
  const steps = whole.map((value, k) => (isFirst(k) ? value : value - (whole[k - classes] as number)));
  const levels = pixels.flatMap((each) => Array.from(toGrayLevels(each)));
  return { a, b, labels, thirds, pixels: toBase64(packLevels(Uint8Array.from(levels))), answers: toBase64(steps) };
}

/** The pixels of A and of B, each from 0 (paper) to 1 (ink). */
export function openPixels({ pixels }: Pick<StoredPair, 'pixels'>): readonly [Float32Array, Float32Array] {
  const inks = unpackLevels(fromBase64(pixels));
  return [inks.subarray(0, inks.length / 2), inks.subarray(inks.length / 2)];
}

/** The answers to a pair as probabilities, `[methods, shares, classes]`. @throws RangeError if they are not whole */
export function openAnswers({ answers }: Pick<StoredPair, 'answers'>): Float32Array {
  const length = pictureMethods.length * keptShares.length * classes;
  const whole = expectLength('answers', fromBase64(answers), length, 'probabilities');
  whole.forEach((step, k) => {
    if (!isFirst(k)) whole[k] = step + (whole[k - classes] as number);
  });
  return Float32Array.from(whole, (value) => value / 255);
}

/** Whether a number of the answers stands at the first share of its method. */
const isFirst = (k: number): boolean => k % (keptShares.length * classes) < classes;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
