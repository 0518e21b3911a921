import { fetchFormatted, fetchOnce, type FetchProgress } from '../../data/fetch-data.ts';
import type { StoredPair } from '../../studies/stored-pictures.ts';
import type { BlendedSet, PerSet } from './blended-set.ts';

/** The pairs that readers can look at. */
interface StoredPairs {
  /** Those chosen to show the difference; the first of the digits opens the site. */
  readonly chosen: readonly StoredPair[];
  /** Those drawn by lot. */
  readonly byLot: readonly StoredPair[];
}

const files: PerSet<string> = { digits: 'between-pictures', clothes: 'between-clothes' };
const fetched: Partial<Record<BlendedSet, () => Promise<StoredPairs>>> = {};

/**
 * All pairs of a set, fetched once.
 *
 * @param bytes how many the file has
 * @param onProgress is told how much of it has come, if it is fetched now
 * @throws Error with a sentence for the reader if they cannot be had
 */
export function fetchPairs(set: BlendedSet, bytes: number, onProgress: FetchProgress): Promise<StoredPairs> {
  fetched[set] ??= fetchOnce(async (): Promise<StoredPairs> => {
    const name = files[set];
    const file = await fetchFormatted(name, { bytes, onProgress });
    if (hasPairs(file)) return file;
    throw new Error(`The data (${name}.json) hold no pairs. Reload the page to get both anew.`);
  });
  return fetched[set]();
}

const hasPairs = (file: object): file is StoredPairs => 'chosen' in file && 'byLot' in file;
