import { KeptEntries } from '../../islands/kit/keep/kept-entries.ts';
import { fill } from '../../words/words.ts';

/** What is kept of an article on the reader's device: where the reader was, and what was read. */
export interface Reading {
  /** The id of the section that was being read; `null` before the first and after the end. */
  readonly at: string | null;
  /** The ids of the sections that were read. */
  readonly read: readonly string[];
  /** How many sections there were. */
  readonly of: number;
  /** Whether the end was reached. */
  readonly ended: boolean;
}

const isReading = (value: unknown): value is Reading => {
  if (typeof value !== 'object' || value === null) return false;
  const { at, read, of, ended } = value as Record<string, unknown>;
  return (
    (at === null || typeof at === 'string') &&
    Array.isArray(read) &&
    read.every((id) => typeof id === 'string') &&
    Number.isInteger(of) &&
    typeof ended === 'boolean'
  );
};

const readings = new KeptEntries<Reading>('reading', isReading);

/** The event on the document that says that what is kept has changed. */
const changed = 'reading:changed';

/** What is kept of an article. @param path of the article on its host, such as `/articles/gans/` */
export function keptReading(path: string): Reading | undefined {
  return readings.all()[path];
}

/** Keeps what was read of an article, on this device and nowhere else. */
export function keepReading(path: string, reading: Reading): void {
  readings.put(path, reading);
  document.dispatchEvent(new Event(changed));
}

/** Forgets where the reader was, and all that was read. */
export function forgetReading(): void {
  readings.clear();
  document.dispatchEvent(new Event(changed));
}

/** Calls back when what is kept has changed. */
export function onReadingChanged(act: () => void): void {
  document.addEventListener(changed, act);
}

/**
 * How much of an article was read, in words; empty where nothing is known of it.
 *
 * @param words for all of it, and for `{n}` of `{of}` sections
 */
export function progressInWords(reading: Reading | undefined, words: { all: string; some: string }): string {
  if (!reading) return '';
  const { read, of, ended } = reading;
  // Whoever came to the end need not have stayed at every section.
  if (read.length >= of || (ended && 2 * read.length >= of)) return `✓ ${words.all}`;
  if (read.length === 0) return '';
  return fill(words.some, { n: read.length, of });
}
