import { openPictures } from '../picture-file.ts';
import { picturesByClass } from '../picture-samples.ts';
import { readBytes, readPictures } from '../read-data.ts';
import { packed, packedSample } from './packed.ts';

/** All 7,000 pictures of digits in Node: the same that a browser fetches. */
export const readMnist = () => readPictures(packed);

/** The file of a few pictures of each digit at their full size, as readers fetch it. */
export const sampledMnistFile = () => readBytes('src/data/mnist/sample.bin');

/** A few pictures of each digit at their full size in Node: the same that a browser fetches. */
export const readMnistSamples = async () => picturesByClass(await openPictures(await sampledMnistFile(), packedSample));
