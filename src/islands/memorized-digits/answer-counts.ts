import { corruptedLooks } from '../kit/rerun/corrupted-looks.ts';
import type { CorruptedMethod } from '../../studies/corrupted-labels.ts';
import type { WronglyLabeledDigit } from '../../studies/memorized-digits.ts';
import { bakedFile } from '../kit/baked/baked-results.ts';

/** What a method answers to the wrongly labeled training digits: how often which kind of answer. */
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

/** The wrongly labeled digits of `content/results/memorized-digits.json`, in the order of the file of digits. */
export function bakedMemorizedDigits(): readonly WronglyLabeledDigit[] {
  return bakedFile('memorized-digits')['digits'] as readonly WronglyLabeledDigit[];
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
