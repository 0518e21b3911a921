import { fetchFormatted, fetchOnce } from '../../data/fetch-data.ts';
import type { StoredPair } from '../../studies/stored-pictures.ts';

/** The pairs that readers can look at. */
interface StoredPairs {
  /** Those chosen to show the difference; the first opens the site. */
  readonly chosen: readonly StoredPair[];
  /** Those drawn by lot. */
  readonly byLot: readonly StoredPair[];
}

/** All pairs, fetched once. @throws Error with a sentence for the reader if they cannot be had */
export const fetchPairs = fetchOnce(async (): Promise<StoredPairs> => {
  const file = await fetchFormatted('between-pictures');
  if (hasPairs(file)) return file;
  throw new Error('The data (between-pictures.json) hold no pairs. Reload the page to get both anew.');
});

const hasPairs = (file: object): file is StoredPairs => 'chosen' in file && 'byLot' in file;
