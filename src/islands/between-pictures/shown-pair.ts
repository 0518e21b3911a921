import { maskImage } from '../../figures/image/mask-image.ts';
import { enlargePicture, smoothPicture } from '../../figures/image/smooth-picture.ts';
import { openPixels, type StoredPair } from '../../studies/stored-pictures.ts';
import type { BlendedSet } from './blended-set.ts';

/** A pair as the figure draws it: with its pictures as images to mask with. */
export type ShownPair = Omit<StoredPair, 'pixels'> & {
  /** data: URLs of A and of B. */
  readonly masks: readonly [string, string];
};

const side = 28;
const times = 8;
/** Ink below the first share is paper, above the second full ink: strokes of a pen with a clean edge. Cloth keeps its grays. */
const edge = [0.16, 0.72] as const;

/** Makes a stored pair's pictures. @param deflate packs bytes as zlib does; for pictures that come with a page */
export function showPair(pair: StoredPair, set: BlendedSet, deflate?: (bytes: Uint8Array) => Uint8Array): ShownPair {
  const { a, b, labels, thirds, answers } = pair;
  const mask = (pixels: Float32Array): string =>
    maskImage(
      set === 'digits' ? smoothPicture(pixels, side, times, ...edge) : enlargePicture(pixels, side, times),
      side * times,
      deflate,
    );
  const [first, second] = openPixels(pair);
  return { a, b, labels, thirds, answers, masks: [mask(first), mask(second)] };
}
