import { unknownKey } from '../markdown/near-keys.ts';
import { editionOf } from './edition.ts';
import { knownLanguages } from './known-languages.ts';

/** What a translation is of. */
export interface Translation {
  readonly language: string;
  /** Id of the original. */
  readonly original: string;
  /** Which edition of the original there is now, where the translation was made from another. */
  readonly newer: string | undefined;
}

/** What is known of an original. */
interface Original {
  readonly file: string;
  readonly source: string;
}

/**
 * What is wrong with a translation beside what it translates: a language that nobody has begun, an original that is not there, and an
 * edition that is not named.
 *
 * @param root the folder of the project
 * @param ids of the originals
 * @param raw the front matter
 */
export function translationMistakes(
  root: string,
  { language, original: id }: { language: string; original: string },
  original: Original | undefined,
  ids: readonly string[],
  raw: Readonly<Record<string, unknown>>,
): { newer: string | undefined; mistakes: { key: string; text: string }[] } {
  const mistakes: { key: string; text: string }[] = [];
  const known = knownLanguages(root);
  if (!known.includes(language)) {
    const remedy = `Begin it with content/languages/${language}.json, or move the file to content/articles/.`;
    mistakes.push({ key: '', text: unknownKey('language', language, known, remedy) });
  }
  if (!original) {
    const remedy = 'A translation has the name of the file that it translates.';
    return { newer: undefined, mistakes: [...mistakes, { key: '', text: unknownKey('article', id, ids, remedy) }] };
  }
  const now = editionOf(original.source);
  const { translates } = raw;
  if (typeof translates !== 'string' || !/^[a-p]{8}$/.test(translates)) {
    const said = translates === undefined ? 'is missing' : 'must name an edition of the original in eight letters';
    mistakes.push({
      key: 'translates',
      text: `translates: ${said}. Where it says what ${original.file} says now, write translates: ${now}`,
    });
    return { newer: undefined, mistakes };
  }
  return { newer: translates === now ? undefined : now, mistakes };
}
