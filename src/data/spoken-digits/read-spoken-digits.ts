import { decodeSounds } from '../../core/data/sounds.ts';
import { unpack } from '../packed-file.ts';
import { readBytes } from '../read-data.ts';
import { packed } from './packed.ts';

/** Ten spoken digits in Node: the same that a browser fetches. */
export async function readSpokenDigits(): Promise<readonly Float32Array[]> {
  return decodeSounds(await unpack(await readBytes(`public/data/${packed.file}`), packed), packed.file).sounds;
}
