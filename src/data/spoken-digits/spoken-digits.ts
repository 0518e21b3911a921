import { decodeSounds } from '../../core/data/sounds.ts';
import { fetchPacked, type FetchProgress } from '../fetch-data.ts';
import { unpack } from '../packed-file.ts';
import { packed } from './packed.ts';

/**
 * Ten spoken digits, "zero" first.
 *
 * @param onProgress is told how much has come
 * @throws Error with a sentence for the reader, if the file cannot be had, was cut short or is another one
 */
export async function fetchSpokenDigits(onProgress: FetchProgress): Promise<readonly Float32Array[]> {
  return decodeSounds(await unpack(await fetchPacked(packed, onProgress), packed), packed.file).sounds;
}
