import { lookedUp } from './search-words.ts';

/** A piece of a text, and whether it is one of the words that were sought. */
interface TextPiece {
  readonly text: string;
  readonly isSought: boolean;
}

/** How many characters stand before the first word that was sought, if the text does not begin there. */
const before = 40;

/**
 * The part of a text that says what was sought.
 *
 * @param words that are sought, as they are looked up
 * @param length in characters, about; an ellipsis stands for what is left out
 */
export function excerpt(text: string, words: ReadonlySet<string>, length: number): TextPiece[] {
  const all = inPieces(text, words);
  const first = all.find(({ isSought }) => isSought)?.start ?? 0;
  const from = first <= before + 20 ? 0 : text.indexOf(' ', first - before) + 1;
  const end = text.length - from <= length ? text.length : text.lastIndexOf(' ', from + length);
  const to = end > from ? end : from + length;
  const inside = inPieces(text.slice(from, to), words).map(({ text, isSought }) => ({ text, isSought }));
  const ellipsis = { text: '…', isSought: false };
  return [...(from > 0 ? [ellipsis] : []), ...inside, ...(to < text.length ? [ellipsis] : [])];
}

function inPieces(text: string, words: ReadonlySet<string>): (TextPiece & { readonly start: number })[] {
  const pieces: (TextPiece & { start: number })[] = [];
  let last = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!words.has(lookedUp(word))) continue;
    if (index > last) pieces.push({ text: text.slice(last, index), isSought: false, start: last });
    pieces.push({ text: word, isSought: true, start: index });
    last = index + word.length;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), isSought: false, start: last });
  return pieces;
}
