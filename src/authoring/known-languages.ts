import { globSync } from 'node:fs';

/** Where each language has a file with its words. */
export const languageFolder = 'content/languages';

/** Codes of the languages that articles may be translated into: those with a file. */
export const knownLanguages = (root: string): string[] =>
  globSync(`${languageFolder}/*.json`, { cwd: root })
    .map((path) => /([\w-]+)\.json$/.exec(path)?.[1] ?? '')
    .sort();
