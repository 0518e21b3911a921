import { spokenVowels } from '../../core/data/vowels.ts';
import { fetchOnce, fetchTable } from '../fetch-data.ts';

/** All 990 recorded vowels, fetched once for all studies of a page. */
export const fetchVowels = fetchOnce(async () => spokenVowels(await fetchTable('vowels')));
