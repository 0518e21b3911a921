import { expectInteger } from '../../core/expect.ts';

/**
 * The colors of an image without their opacity.
 *
 * @param rgba four bytes for each pixel, as a canvas gives them: red, green, blue, opacity
 * @returns `[pixels, 3]`: red, green and blue, from 0 to 1
 * @throws RangeError if the length is no multiple of 4
 */
export function colorsOfPixels(rgba: ArrayLike<number>): Float32Array {
  const pixels = expectInteger('rgba.length / 4 (pixels)', rgba.length / 4, 0);
  const colors = new Float32Array(3 * pixels);
  for (let p = 0; p < pixels; p += 1) {
    for (let c = 0; c < 3; c += 1) colors[3 * p + c] = (rgba[4 * p + c] as number) / 255;
  }
  return colors;
}

/**
 * Opaque pixels for a canvas, rounded to bytes.
 *
 * @param colors `[pixels, 3]`: red, green and blue; cut to [0, 1]
 * @returns four bytes for each pixel
 * @throws RangeError if the length is no multiple of 3
 */
export function pixelsOfColors(colors: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer> {
  const pixels = expectInteger('colors.length / 3 (pixels)', colors.length / 3, 0);
  const rgba = new Uint8ClampedArray(4 * pixels);
  for (let p = 0; p < pixels; p += 1) {
    for (let c = 0; c < 3; c += 1) rgba[4 * p + c] = 255 * (colors[3 * p + c] as number);
    rgba[4 * p + 3] = 255;
  }
  return rgba;
}
