import { readPictures } from '../read-data.ts';
import { packed } from './packed.ts';

/** All 7,000 pictures of clothes in Node: the same that a browser fetches. */
export const readFashionMnist = () => readPictures(packed);
