import { fetchOnce, fetchPictures, type FetchProgress } from '../fetch-data.ts';
import { picturesByClass } from '../picture-samples.ts';
import { packed, packedSample } from './packed.ts';

/** All 7,000 pictures of digits, 14 x 14 pixels from 0 to 1. @param onProgress is told how much has come */
export const fetchMnist = (onProgress: FetchProgress) => fetchPictures(packed, onProgress);

/** A few pictures of each digit at their full size, 28 x 28 pixels, fetched once for all of a page. */
export const fetchMnistSamples = fetchOnce(async () => picturesByClass(await fetchPictures(packedSample)));
