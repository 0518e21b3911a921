import { digitSide } from '../../core/data/digits.ts';
import { clothesNames } from '../../data/fashion-mnist/class-names.ts';
import { readDigits } from '../../data/digits/read-digits.ts';
import { readSourcePictures } from '../../data/source-pictures.ts';
import type { WronglyLabeledDigit } from '../../studies/memorized-digits.ts';
import type { StudiedPictures } from '../../studies/studied-pictures.ts';
import { corruptedLooks } from '../kit/rerun/corrupted-looks.ts';
import { bakedMemorizedDigits, isLearned } from './answer-counts.ts';

/** How an answer stands to the picture and to the label that was given. */
type AnswerKind = 'memorized' | 'right' | 'other';

/** A picture with its wrong label, and what each method answers. */
interface MemorizedTile {
  /** What it shows, in words. */
  readonly title: string;
  readonly label: string;
  /** Ink of each pixel, from 0 to `most`. */
  readonly image: readonly number[];
  /** In the order of `corruptedLooks`. */
  readonly answers: readonly { readonly answer: string; readonly kind: AnswerKind }[];
}

/** Some pictures of one set, those whose labels mixup refused apart from those that it learned. */
export interface MemorizedSet {
  /** What the row of pictures is called. */
  readonly noun: string;
  readonly side: number;
  /** Full ink. */
  readonly most: number;
  readonly groups: readonly { readonly title: string; readonly tiles: readonly MemorizedTile[] }[];
}

/** How many of each kind are shown: words take more room than digits. */
export const pictured: Readonly<Record<StudiedPictures, number>> = { digits: 6, clothes: 4 };

/** Reads the pictures of a set, at build time: clothes as they were published, larger than the networks see them. */
export async function memorizedSet(pictures: StudiedPictures): Promise<MemorizedSet> {
  const wrong = bakedMemorizedDigits(pictures);
  const images = pictures === 'digits' ? await digitImages() : await clothesImages();
  const nameOf = (label: number): string => (pictures === 'digits' ? String(label) : (clothesNames[label] ?? ''));
  const tileOf = ({ row, shows, label, answers }: WronglyLabeledDigit): MemorizedTile => ({
    title: pictures === 'digits' ? `A handwritten ${shows}` : `A picture: ${nameOf(shows)}`,
    label: nameOf(label),
    image: images.imageOf(row),
    answers: Object.keys(corruptedLooks).map((key) => {
      const answer = answers[key as keyof typeof answers];
      const kind = answer === label ? 'memorized' : answer === shows ? 'right' : 'other';
      return { answer: nameOf(answer), kind };
    }),
  });
  const first = (some: readonly WronglyLabeledDigit[]) => some.slice(0, pictured[pictures]).map(tileOf);
  return {
    noun: pictures === 'digits' ? 'digit' : 'picture',
    side: images.side,
    most: images.most,
    groups: [
      { title: 'Labels that mixup refused', tiles: first(wrong.filter((one) => !isLearned(one))) },
      { title: 'Labels that mixup learned', tiles: first(wrong.filter(isLearned)) },
    ],
  };
}

interface Images {
  readonly side: number;
  readonly most: number;
  readonly imageOf: (row: number) => number[];
}

async function digitImages(): Promise<Images> {
  const { inputs } = await readDigits();
  const pixels = digitSide ** 2;
  const most = 16;
  const imageOf = (row: number): number[] =>
    Array.from(inputs.subarray(row * pixels, (row + 1) * pixels), (ink) => Math.round(most * ink));
  return { side: digitSide, most, imageOf };
}

async function clothesImages(): Promise<Images> {
  const { pictures, side } = await readSourcePictures('fashion-mnist');
  // As many grays as the page draws.
  const most = 16;
  const imageOf = (row: number): number[] => Array.from(pictures[row] ?? [], (ink) => Math.round((most * ink) / 255));
  return { side, most, imageOf };
}
