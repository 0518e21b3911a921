import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables } from './words.ts';

/**
 * What a language says, by part and key, as far as it is translated.
 *
 * @param root the folder of the project
 */
export function wordsOfLanguage(root: string, language: string): Tables {
  try {
    const file = readFileSync(join(root, `content/languages/${language}.json`), 'utf8');
    return (JSON.parse(file) as { words?: Tables }).words ?? {};
  } catch {
    // What is wrong with the file is told where languages are looked at.
    return {};
  }
}
