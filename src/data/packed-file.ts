import { checksum } from '../core/data/checksum.ts';

/** A packed file below `/data/`, as the code that reads it knows it. */
export interface PackedFile {
  readonly file: string;
  /** Its length. */
  readonly bytes: number;
  /** Its {@link checksum}. */
  readonly checksum: number;
}

/**
 * Unpacks a file, in a browser and in Node alike.
 *
 * @param content the whole file
 * @throws Error with a sentence for the reader if it was cut short or altered on its way, or is of another version of the site
 */
export async function unpack(content: Uint8Array<ArrayBuffer>, expected: PackedFile): Promise<Uint8Array> {
  const { file, bytes } = expected;
  if (content.length < bytes)
    throw new Error(`Only ${content.length} of ${bytes} bytes of ${file} arrived. Check the connection and try again.`);
  if (content.length > bytes || checksum(content) !== expected.checksum)
    throw new Error(`${file} is not the file that this page was made for. Reload the page to get both anew.`);
  const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
