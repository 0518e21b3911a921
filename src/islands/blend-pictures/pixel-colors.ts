import type { PixelPlace } from './pixel-place.ts';

/** One pixel's red, green and blue, from 0 to 1, in both pictures and in their blend. */
export interface PixelColors {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly mixed: readonly number[];
}

/**
 * The colors of one pixel.
 *
 * @param images three images `[side, side, 3]`
 * @param side pixels along each side
 */
export function colorsAt(
  { first, second, mixed }: Readonly<Record<keyof PixelColors, Float32Array>>,
  { column, row }: PixelPlace,
  side: number,
): PixelColors {
  const start = 3 * (row * side + column);
  const at = (image: Float32Array): number[] => Array.from(image.subarray(start, start + 3));
  return { first: at(first), second: at(second), mixed: at(mixed) };
}
