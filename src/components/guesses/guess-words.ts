import { ungrouped } from '../../words/number-words.ts';
import { fill, words, type Table } from '../../words/words.ts';
import type { GuessDefinition } from './guess.ts';

/** Everything that a guess says in English, by keys that other languages have too. */
export function wordsOfGuess({ question, asks, ours, paper }: GuessDefinition): Table {
  return {
    question,
    ...(ours !== undefined && { ours }),
    ...(paper !== undefined && { paper }),
    ...(asks.kind === 'number' && { least: asks.ends[0], most: asks.ends[1] }),
    ...(asks.kind === 'choice' && Object.fromEntries(asks.options.map(({ value, name }) => [value, name]))),
    ...(asks.kind === 'line' && { how: asks.how }),
    ...(asks.kind === 'line' && Object.fromEntries(asks.lines.map(({ name }, k) => [`line${k + 1}`, name]))),
  };
}

/** A guess as the page that asks says it, with its numbers put in. */
export function saidInLanguage<Guess extends GuessDefinition>(guess: Guess): Guess {
  const { id, asks, numbers = {} } = guess;
  const said: Table = words(`guess ${id}`, wordsOfGuess(guess));
  const written = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, ungrouped(value)]));
  const say = (key: string): string => fill(said[key] ?? '', written);
  return {
    ...guess,
    question: say('question'),
    ...(guess.ours !== undefined && { ours: say('ours') }),
    ...(guess.paper !== undefined && { paper: say('paper') }),
    asks: inLanguage(asks, say),
  };
}

function inLanguage(asks: GuessDefinition['asks'], say: (key: string) => string): GuessDefinition['asks'] {
  switch (asks.kind) {
    case 'number':
      return { ...asks, ends: [say('least'), say('most')] };
    case 'choice':
      return { ...asks, options: asks.options.map(({ value }) => ({ value, name: say(value) })) };
    case 'line':
      return { ...asks, how: say('how'), lines: asks.lines.map((line, k) => ({ ...line, name: say(`line${k + 1}`) })) };
  }
}

/** How the numbers of a guess are written, as attributes that the page's script reads. */
export function numberWords(asks: GuessDefinition['asks']): Readonly<Record<string, string>> {
  if (asks.kind !== 'number') return {};
  return {
    'data-unit': asks.unit,
    'data-decimals': String(asks.decimals),
    ...(asks.signed && { 'data-signed': '' }),
  };
}
