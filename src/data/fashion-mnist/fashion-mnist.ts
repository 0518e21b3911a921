import { fetchPictures, type FetchProgress } from '../fetch-data.ts';
import { packed } from './packed.ts';

/** All 7,000 pictures of clothes, 14 x 14 pixels from 0 to 1. @param onProgress is told how much has come */
export const fetchFashionMnist = (onProgress: FetchProgress) => fetchPictures(packed, onProgress);
