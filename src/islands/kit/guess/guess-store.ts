/** What a reader said: the value of a choice, a number, or a curve as its values from left to right. */
export type Said = string | number | readonly number[];

/** What is kept of a guess: what was said, or `null` where the reader looked without one. */
type Kept = Said | null;

const key = 'guesses';

/** The event on the document that says that nothing is kept any more. */
const forgotten = 'guesses:forgotten';

/** Where storage is blocked, guesses last as long as the page. */
let unstored: Readonly<Record<string, Kept>> | undefined;

/** What is kept of a guess on this device; nothing where there is none. */
export function keptGuess(id: string): Kept | undefined {
  return allKept()[id];
}

/** Keeps a guess on this device and nowhere else. */
export function keepGuess(id: string, said: Kept): void {
  write({ ...allKept(), [id]: said });
}

/** Forgets every guess; the questions of the page are asked anew. */
export function forgetGuesses(): void {
  write({});
  document.dispatchEvent(new Event(forgotten));
}

/** Calls back when the guesses were forgotten. Returns the way to stop. */
export function onForgotten(act: () => void): () => void {
  document.addEventListener(forgotten, act);
  return () => document.removeEventListener(forgotten, act);
}

/** Reads the guesses; whatever else stands there is no guess. */
function allKept(): Readonly<Record<string, Kept>> {
  if (unstored) return unstored;
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, Kept] => isKept(entry[1])));
  } catch {
    return {};
  }
}

function write(guesses: Readonly<Record<string, Kept>>): void {
  try {
    localStorage.setItem(key, JSON.stringify(guesses));
    unstored = undefined;
  } catch {
    unstored = guesses;
  }
}

const isKept = (value: unknown): value is Kept =>
  value === null ||
  typeof value === 'string' ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.length > 0 && value.every(Number.isFinite));
