import { saidInLanguage } from './guess-words.ts';
import type { GuessDefinition } from './guess.ts';

/** A guess, and the article that asks it. */
interface ArticleGuess extends GuessDefinition {
  readonly article: string;
}

/** Each file here but this one and the types is named after an article and holds what it asks. */
const files = import.meta.glob<readonly GuessDefinition[]>(
  ['./*.ts', '!./guess.ts', '!./guess-words.ts', '!./all-guesses.ts'],
  {
    eager: true,
    import: 'default',
  },
);

/** Every guess of the site, in English. */
export const allGuesses: readonly ArticleGuess[] = Object.entries(files).flatMap(([path, guesses]) =>
  guesses.map((guess) => ({ ...guess, article: path.replace(/^\.\/|\.ts$/g, '') })),
);

/**
 * A guess by its name, in the language of the page that asks.
 *
 * @throws Error that lists the guesses there are
 */
export function guessNamed(id: string): ArticleGuess {
  const found = allGuesses.find((guess) => guess.id === id);
  if (found) return saidInLanguage(found);
  throw new Error(`There is no guess "${id}". There are: ${allGuesses.map((guess) => guess.id).join(', ')}.`);
}

/** What an article asks, in the language of the page that asks. */
export const guessesOf = (article: string): readonly ArticleGuess[] =>
  allGuesses.filter((guess) => guess.article === article).map(saidInLanguage);
