import { maskImage } from '../../figures/image/mask-image.ts';
import { enlargePicture, smoothPicture } from '../../figures/image/smooth-picture.ts';
import { openPixels, type StoredPair } from '../../studies/stored-pictures.ts';
import type { BlendedSet } from './blended-set.ts';

/** A pair as the figure draws it. */
export type ShownPair = Omit<StoredPair, 'pixels'> & {
  /** Its pictures as images to mask with; none for the pair whose pictures stand in the page around the figure. */
  readonly masks?: Masks;
};

/** Images to mask with, of A and of B, as `url(…)`. */
type Masks = readonly [string, string];

const side = 28;
const times = 8;
/** Ink below the first share is paper, above the second full ink: strokes of a pen with a clean edge. Cloth keeps its grays. */
const edge = [0.16, 0.72] as const;

/** Makes a stored pair ready to draw. */
export function showPair(pair: StoredPair, set: BlendedSet): ShownPair {
  const { a, b, labels, thirds, answers } = pair;
  return { a, b, labels, thirds, answers, masks: pairMasks(pair, set) };
}

/** Makes a stored pair's pictures. @param deflate packs bytes as zlib does; for pictures that come with a page */
export function pairMasks(
  pair: Pick<StoredPair, 'pixels'>,
  set: BlendedSet,
  deflate?: (bytes: Uint8Array) => Uint8Array,
): Masks {
  const mask = (pixels: Float32Array): string => {
    const isDrawn = set === 'digits';
    const inks = isDrawn ? smoothPicture(pixels, side, times, ...edge) : enlargePicture(pixels, side, times);
    return `url(${maskImage(inks, side * times, deflate)})`;
  };
  const [first, second] = openPixels(pair);
  return [mask(first), mask(second)];
}
