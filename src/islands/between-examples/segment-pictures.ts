import { deflateSync } from 'node:zlib';
import type { DataSet } from '../../core/data/data-set.ts';
import { clothesNames } from '../../data/fashion-mnist/class-names.ts';
import { readFashionMnist } from '../../data/fashion-mnist/read-fashion-mnist.ts';
import { readDigits } from '../../data/digits/read-digits.ts';
import { readSourcePictures } from '../../data/source-pictures.ts';
import { maskImage } from '../../figures/image/mask-image.ts';
import { enlargePicture } from '../../figures/image/smooth-picture.ts';
import { drawPairs } from '../../studies/between-examples.ts';
import { lengthOn, studiedClothes, type StudiedPictures } from '../../studies/studied-pictures.ts';

/** One of the examples of a pair: what it is called, and its ink as a CSS image to mask with. */
interface SegmentEnd {
  readonly name: string;
  readonly mask: string;
}

/** A pair of training examples, to be blended. */
export interface SegmentPair {
  readonly first: SegmentEnd;
  readonly second: SegmentEnd;
}

/** Which of a seed's pairs is pictured, by eye: two examples that one can tell apart. */
const pictured = { seed: 1, digits: 1, clothes: 3 } as const;
/** How many pixels each becomes, along each side: few, as the page carries them. */
const times = 3;

/**
 * A pair of the training examples between which networks are looked at. Digits are as the networks see them, clothes as they were
 * published, larger than that. For the build.
 */
export async function segmentPair(pictures: StudiedPictures): Promise<SegmentPair> {
  const set = pictures === 'digits' ? await readDigits() : studiedClothes(await readFashionMnist());
  const inksOf = pictures === 'digits' ? digitInks(set) : await clothesInks();
  const { first, second } = drawPairs(set, pictured.seed, lengthOn(pictures));
  const endOf = (rows: Uint32Array): SegmentEnd => {
    const row = rows[pictured[pictures]] as number;
    const label = set.labels[row] as number;
    return {
      name: pictures === 'digits' ? String(label) : (clothesNames[label] as string),
      mask: maskOf(inksOf(row), times),
    };
  };
  return { first: endOf(first), second: endOf(second) };
}

/** The ink of a row of a set, from 0 to 1. */
type InksOf = (row: number) => Float32Array;

const digitInks =
  ({ inputs, width }: DataSet): InksOf =>
  (row) =>
    inputs.subarray(row * width, (row + 1) * width);

async function clothesInks(): Promise<InksOf> {
  const { pictures } = await readSourcePictures('fashion-mnist');
  return (row) => Float32Array.from(pictures[row] as Uint8Array, (level) => level / 255);
}

function maskOf(inks: Float32Array, enlarged: number): string {
  const side = Math.sqrt(inks.length);
  const image = enlargePicture(inks, side, enlarged);
  return `url(${maskImage(image, side * enlarged, (bytes) => deflateSync(bytes, { level: 9 }))})`;
}
