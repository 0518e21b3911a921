import { spokenVowels, type SpokenVowels } from '../../core/data/vowels.ts';
import { readTable } from '../read-data.ts';

/** All recorded vowels in Node. */
export async function readVowels(): Promise<SpokenVowels> {
  return spokenVowels(await readTable('vowels'));
}
