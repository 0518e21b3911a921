import { checksum } from '../core/data/checksum.ts';
import { decodePictures, type PictureSet } from '../core/data/pictures.ts';

/** A file of packed pictures below `/data/`, as the code that reads it knows it. */
export interface PackedPictures {
  readonly file: string;
  /** Its length. */
  readonly bytes: number;
  /** Its {@link checksum}. */
  readonly checksum: number;
}

/**
 * Opens a file of packed pictures, in a browser and in Node alike.
 *
 * @param content the whole file
 * @throws Error with a sentence for the reader if it was cut short or altered on its way, or is of another version of the site
 */
export async function openPictures(content: Uint8Array<ArrayBuffer>, expected: PackedPictures): Promise<PictureSet> {
  const { file, bytes } = expected;
  if (content.length < bytes)
    throw new Error(`Only ${content.length} of ${bytes} bytes of ${file} arrived. Check the connection and try again.`);
  if (content.length > bytes || checksum(content) !== expected.checksum)
    throw new Error(`${file} is not the file that this page was made for. Reload the page to get both anew.`);
  return decodePictures(await gunzip(content), file);
}

async function gunzip(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
