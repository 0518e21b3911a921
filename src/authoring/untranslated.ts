import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentIndex } from '../markdown/content-index.ts';
import { figureNames } from '../markdown/figure-names.ts';
import type { ArticleFile } from './article-files.ts';

/**
 * What a translation says in English, because its language has no words for it: terms it marks, guesses it asks, figures it shows. A
 * sentence for each kind, with where the words go.
 *
 * @param root the folder of the project
 */
export function untranslated(root: string, { file, source, translation }: ArticleFile): string[] {
  if (!translation) return [];
  const { language, original } = translation;
  const guesses = `src/components/guesses/${original}.${language}.json`;
  const defined = contentIndex(root)
    .terms(language)
    .map(({ id }) => id);
  const asked = existsSync(join(root, guesses))
    ? Object.keys(JSON.parse(readFileSync(join(root, guesses), 'utf8')) as object)
    : [];
  const speaks = (room: string): boolean => existsSync(join(root, `src/islands/${room}/words.${language}.json`));
  const figures = figureNames();
  const rooms = named(source, /^<([A-Z]\w*)/gm).flatMap((name) => figures[name] ?? []);
  return [
    told('defines', named(source, /<Term\s[^>]*\bid="([^"]+)"/g), defined, `content/glossary/${language}.json`),
    told('asks', named(source, /<Guess\s[^>]*\bof="([^"]+)"/g), asked, guesses),
    told('shows', rooms, rooms.filter(speaks), `words.${language}.json of their rooms`),
  ].flatMap((sentence) => (sentence === undefined ? [] : [`${file} ${sentence}`]));
}

/** What a text names, each once, in its order. */
const named = (text: string, pattern: RegExp): string[] => [
  ...new Set(Array.from(text.matchAll(pattern), ([, name]) => name ?? '')),
];

function told(does: string, all: readonly string[], known: readonly string[], where: string): string | undefined {
  const missing = all.filter((one) => !known.includes(one));
  const what = does === 'shows' ? 'their words' : 'them';
  return missing.length === 0 ? undefined : `${does} in English: ${missing.join(', ')}. Write ${what} into ${where}.`;
}
