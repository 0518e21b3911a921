/** What one build of the site consists of, as far as a browser without a connection needs it. Made at build, and part of the worker. */
export interface SiteRecord {
  /** Begins the names of the site's caches; other sites of the same host have others. */
  readonly prefix: string;
  /** The path that the site is published below: begins and ends with a slash. */
  readonly base: string;
  /** Changes with any file of the site. */
  readonly version: string;
  /** Every file that some page may ask for, below the base. */
  readonly files: readonly string[];
  /** For each file which others it may ask for, by their places in `files`. */
  readonly needs: readonly (readonly number[])[];
  /** For each page, by its path below the base: its version, which changes with its text or its scripts, and what it asks for itself. */
  readonly pages: Readonly<Record<string, readonly [version: string, needs: readonly number[]]>>;
  /** Pages that are kept before anybody has visited them. */
  readonly first: readonly string[];
}

/**
 * Everything that a page may ask for until it is left: its sheets, typefaces and pictures, the scripts of its demos, their engines
 * and workers, and the data they fetch.
 *
 * @param page its path below the base
 * @returns paths below the base; none for a page that is not in the record
 */
export function filesOfPage(record: SiteRecord, page: string): string[] {
  const reached = new Set(record.pages[page]?.[1]);
  // A set is walked to its end, also where that moves on.
  for (const file of reached) for (const needed of record.needs[file] ?? []) reached.add(needed);
  return Array.from(reached, (file) => record.files[file] as string);
}

/** How a page says its version, in its head; what the build writes between the quotes is compared as text. */
export const versionTag = (version: string): string => `<meta name="version" content="${version}">`;

/** The version that a page says in its text; undefined for a page that says none. */
export function versionOf(html: string): string | undefined {
  return /<meta name="version" content="([^"]*)"/.exec(html)?.[1];
}

/** What a page tells the worker once it has loaded: that it is to be kept. */
export interface KeepPage {
  readonly keep: string;
}

/** Whether a message asks for a page to be kept. */
export function isKeepPage(message: unknown): message is KeepPage {
  return typeof message === 'object' && message !== null && 'keep' in message && typeof message.keep === 'string';
}
