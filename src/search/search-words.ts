/** Letters of formulas, and how readers write them who have no such key. */
const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  ε: 'epsilon',
  λ: 'lambda',
  δ: 'delta',
  μ: 'mu',
};

/** The words of a text, as they stand in it. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word as it is looked up: without capitals, accents and the ending of its plural, and Greek letters by their names. */
export function lookedUp(word: string): string {
  const plain = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return greek[plain] ?? singular(plain);
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (/(ss|x|sh|ch)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
