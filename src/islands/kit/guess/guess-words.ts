import { figureWords } from '../../../words/figure-words.ts';
import { localNumber, withUnit } from '../../../words/number-words.ts';
import type { Said } from './guess-store.ts';

/** How a number of a guess is written, as attributes hold it. */
interface NumberWords {
  readonly unit?: string | undefined;
  readonly decimals?: string | undefined;
  /** There at all: it is a change, with its sign. */
  readonly signed?: string | undefined;
}

/** A number as a guess says it, with a true minus sign and its unit. */
export function numberInWords(value: number, { unit = '', decimals = '0', signed }: NumberWords): string {
  const text = value.toFixed(Number(decimals)).replace(/^-0(\.0*)?$/, '0$1');
  const sign = signed !== undefined && value > 0 ? '+' : '';
  return sign + withUnit(localNumber(text), unit);
}

/**
 * What a reader said, in a few words.
 *
 * @param said `null` where the reader looked without a guess
 * @param words how numbers are written; `names`, the answers of a choice with their values, as JSON
 */
export function saidInWords(said: Said | null, words: NumberWords & { readonly names?: string | undefined }): string {
  if (said === null) return figureWords.withoutGuess;
  if (typeof said === 'number') return numberInWords(said, words);
  if (typeof said !== 'string') return figureWords.drawnLine;
  const options = JSON.parse(words.names ?? '[]') as readonly { readonly value: string; readonly name: string }[];
  return options.find(({ value }) => value === said)?.name ?? said;
}
