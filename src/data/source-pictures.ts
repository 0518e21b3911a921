import { gunzipSync } from 'node:zlib';
import { readBytes } from './read-data.ts';

/** The pictures of a data set as they were published, in its room: what everything else is made from. */
export const sourceFile = 'source.bin.gz';

/** All of them are 28 x 28 pixels, and show one of ten things. */
const side = 28;
const classes = 10;
const recordBytes = 1 + side * side;

/** Gray pictures as they were published. */
interface SourcePictures {
  /** `[side, side]` each, from 0 (paper) to 255 (ink), row by row. */
  readonly pictures: readonly Uint8Array[];
  /** Class of each. */
  readonly labels: Uint8Array;
  readonly side: number;
  readonly classes: number;
}

/**
 * Reads the pictures that a data set keeps in its room, in Node: for each a byte for its label, then its pixels.
 *
 * @param set name of the room
 * @throws Error that names the file if it cannot be read or ends within a picture
 */
export async function readSourcePictures(set: string): Promise<SourcePictures> {
  const path = `src/data/${set}/${sourceFile}`;
  const bytes = new Uint8Array(gunzipSync(await readBytes(path)));
  if (bytes.length === 0 || bytes.length % recordBytes !== 0)
    throw new Error(`${path}: expected records of ${recordBytes} bytes, got ${bytes.length} bytes.`);
  const starts = Array.from({ length: bytes.length / recordBytes }, (_, row) => row * recordBytes);
  return {
    pictures: starts.map((start) => bytes.subarray(start + 1, start + recordBytes)),
    labels: Uint8Array.from(starts, (start) => bytes[start] as number),
    side,
    classes,
  };
}
