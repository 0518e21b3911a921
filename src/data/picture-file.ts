import { decodePictures, type PictureSet } from '../core/data/pictures.ts';
import { unpack, type PackedFile } from './packed-file.ts';

/**
 * Opens a file of packed pictures, in a browser and in Node alike.
 *
 * @param content the whole file
 * @throws Error with a sentence for the reader if it was cut short or altered on its way, or is of another version of the site
 */
export async function openPictures(content: Uint8Array<ArrayBuffer>, expected: PackedFile): Promise<PictureSet> {
  return decodePictures(await unpack(content, expected), expected.file);
}
