import { readPictures } from '../read-data.ts';
import { packed } from './packed.ts';

/** The same pictures in Node. */
export const readFullSizeFashion = () => readPictures(packed);
