import { fetchOnce, fetchPictures } from '../fetch-data.ts';
import { packed } from './packed.ts';

/** 3,000 pictures of clothes, 28 x 28 pixels from 0 to 1, fetched once for all figures of a page. */
export const fetchFullSizeFashion = fetchOnce(() => fetchPictures(packed));
