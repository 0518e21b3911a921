import { expectIndices, expectInteger, expectLength, expectWithin } from '../expect.ts';
import type { DataSet } from './data-set.ts';

/** Gray pictures with labels, all square and of one size. `width` is `side * side`, inputs are from 0 (paper) to 1 (ink). */
export interface PictureSet extends DataSet {
  /** Pixels along each side. */
  readonly side: number;
}

/** Levels of gray that a pixel is kept to. */
const grayLevels = 16;

/**
 * Shrinks a picture to half its side: each pixel is the mean of four.
 *
 * @param pixels `[side, side]`, row by row
 * @param side an even number
 * @returns `[side / 2, side / 2]`
 * @throws RangeError that names the argument
 */
export function halvePicture(pixels: ArrayLike<number>, side: number): Float64Array {
  expectInteger('side / 2', side / 2, 1);
  expectLength('pixels', pixels, side * side, 'pixels');
  const half = side / 2;
  return Float64Array.from({ length: half * half }, (_, k) => {
    const at = 2 * side * Math.floor(k / half) + 2 * (k % half);
    return [0, 1, side, side + 1].reduce((sum, offset) => sum + (pixels[at + offset] as number), 0) / 4;
  });
}

/** The nearest of {@link grayLevels} levels, 0 to 15, for each pixel from 0 to 255. */
export function toGrayLevels(pixels: ArrayLike<number>): Uint8Array {
  expectWithin('pixels', pixels, 0, 255);
  return Uint8Array.from(pixels, (pixel) => Math.round((pixel * (grayLevels - 1)) / 255));
}

/**
 * Packs levels of gray two to a byte, the first of the two in the upper half.
 *
 * @param levels an even number of integers from 0 to 15
 */
export function packLevels(levels: Uint8Array): Uint8Array {
  expectIndices('levels', levels, grayLevels);
  expectInteger('levels.length / 2', levels.length / 2, 0);
  return Uint8Array.from(
    { length: levels.length / 2 },
    (_, k) => 16 * (levels[2 * k] as number) + (levels[2 * k + 1] as number),
  );
}

/** Reads what {@link packLevels} wrote, as shares of full ink from 0 to 1. */
export function unpackLevels(packed: Uint8Array): Float32Array {
  const inks = new Float32Array(2 * packed.length);
  packed.forEach((byte, k) => {
    inks[2 * k] = (byte >> 4) / (grayLevels - 1);
    inks[2 * k + 1] = (byte & 15) / (grayLevels - 1);
  });
  return inks;
}

/** What a file of pictures begins with: a name of the format, and its version. */
const opening = [0x4d, 0x58, 0x50, 1] as const;
const headerBytes = 8;

/**
 * Writes pictures as bytes: "MXP" and 1, the number of pictures (two bytes, the lower first), the side, the number of
 * classes, then a label for each picture, then all pixels as {@link packLevels} packs them.
 *
 * @param levels `[pictures, side, side]`, integers from 0 to 15
 * @param labels `[pictures]`
 * @throws RangeError that names the argument
 */
export function encodePictures(levels: Uint8Array, labels: Uint8Array, side: number, classes: number): Uint8Array {
  expectInteger('labels.length', labels.length, 1, 0xffff);
  expectInteger('side', side, 1, 255);
  expectInteger('classes', classes, 2, 255);
  expectIndices('labels', labels, classes);
  expectLength('levels', levels, labels.length * side * side, `pixels, ${side} x ${side} of each picture`);
  const header = [...opening, labels.length & 0xff, labels.length >> 8, side, classes];
  const pixels = packLevels(levels);
  const bytes = new Uint8Array(headerBytes + labels.length + pixels.length);
  bytes.set(header);
  bytes.set(labels, headerBytes);
  bytes.set(pixels, headerBytes + labels.length);
  return bytes;
}

/**
 * Reads what {@link encodePictures} wrote.
 *
 * @param name what to call the file in messages
 * @throws RangeError that names the file and its first fault
 */
export function decodePictures(bytes: Uint8Array, name: string): PictureSet {
  const fail = (problem: string): never => {
    throw new RangeError(`${name}: ${problem}.`);
  };
  if (bytes.length < headerBytes || opening.some((byte, k) => bytes[k] !== byte))
    fail('expected a file of pictures, format 1, got something else');
  const rows = (bytes[4] as number) + 256 * (bytes[5] as number);
  const side = bytes[6] as number;
  const classes = bytes[7] as number;
  const length = headerBytes + rows + (rows * side * side) / 2;
  if (bytes.length !== length) fail(`expected ${length} bytes for ${rows} pictures, got ${bytes.length}`);
  const labels = bytes.slice(headerBytes, headerBytes + rows);
  expectIndices(`${name}: labels`, labels, classes);
  return { inputs: unpackLevels(bytes.subarray(headerBytes + rows)), labels, classes, width: side * side, side };
}
