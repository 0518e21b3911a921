import { corruptedLooks } from '../kit/rerun/corrupted-looks.ts';
import type { CorruptedMethod } from '../../studies/corrupted-labels.ts';
import type { WronglyLabeledDigit } from '../../studies/memorized-digits.ts';
import type { StudiedPictures } from '../../studies/studied-pictures.ts';
import { bakedFile } from '../kit/baked/baked-results.ts';

/** What a method answers to the wrongly labeled training pictures: how often which kind of answer. */
interface AnswerCounts {
  readonly method: CorruptedMethod;
  readonly name: string;
  /** The wrong label: memorized. */
  readonly wrongLabel: number;
  /** What the picture shows. */
  readonly shown: number;
  /** Neither of the two. */
  readonly other: number;
}

const files: Readonly<Record<StudiedPictures, string>> = { digits: 'memorized-digits', clothes: 'memorized-clothes' };

/** The wrongly labeled pictures that were computed in advance, in the order of their file. */
export function bakedMemorizedDigits(pictures: StudiedPictures = 'digits'): readonly WronglyLabeledDigit[] {
  return bakedFile(files[pictures])['digits'] as readonly WronglyLabeledDigit[];
}

/** Counts the answers of every method. */
export function countAnswers(digits: readonly WronglyLabeledDigit[]): AnswerCounts[] {
  return Object.entries(corruptedLooks).map(([key, { label: name }]) => {
    const method = key as CorruptedMethod;
    const count = (is: (digit: WronglyLabeledDigit, answer: number) => boolean): number =>
      digits.filter((digit) => is(digit, digit.answers[method])).length;
    const wrongLabel = count(({ label }, answer) => answer === label);
    const shown = count(({ shows }, answer) => answer === shows);
    return { method, name, wrongLabel, shown, other: digits.length - wrongLabel - shown };
  });
}

/** Whether the network trained with mixup answers the wrong label it was given. */
export const isLearned = ({ label, answers }: WronglyLabeledDigit): boolean => answers.mixup === label;
