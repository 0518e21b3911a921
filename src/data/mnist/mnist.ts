import { fetchPictures, type FetchProgress } from '../fetch-data.ts';
import { packed } from './packed.ts';

/** All 7,000 pictures of digits, 14 x 14 pixels from 0 to 1. @param onProgress is told how much has come */
export const fetchMnist = (onProgress: FetchProgress) => fetchPictures(packed, onProgress);
