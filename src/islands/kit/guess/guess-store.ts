import { KeptEntries } from '../keep/kept-entries.ts';

/** What a reader said: the value of a choice, a number, or a curve as its values from left to right. */
export type Said = string | number | readonly number[];

/** What is kept of a guess: what was said, or `null` where the reader looked without one. */
type Kept = Said | null;

const isKept = (value: unknown): value is Kept =>
  value === null ||
  typeof value === 'string' ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.length > 0 && value.every(Number.isFinite));

const guesses = new KeptEntries<Kept>('guesses', isKept);

/** The event on the document that says that nothing is kept any more. */
const forgotten = 'guesses:forgotten';

/** What is kept of a guess on this device; nothing where there is none. */
export function keptGuess(id: string): Kept | undefined {
  return guesses.all()[id];
}

/** Keeps a guess on this device and nowhere else. */
export function keepGuess(id: string, said: Kept): void {
  guesses.put(id, said);
}

/** Forgets every guess; the questions of the page are asked anew. */
export function forgetGuesses(): void {
  guesses.clear();
  document.dispatchEvent(new Event(forgotten));
}

/** Calls back when the guesses were forgotten. Returns the way to stop. */
export function onForgotten(act: () => void): () => void {
  document.addEventListener(forgotten, act);
  return () => document.removeEventListener(forgotten, act);
}
