import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'astro/zod';
import { feedWords } from '../words/feed-words.ts';
import { figureWords } from '../words/figure-words.ts';
import { drawingWords } from '../words/drawing-words.ts';
import { numberWords } from '../words/number-words.ts';
import { pageWords } from '../words/page-words.ts';
import { searchSentences } from '../words/search-sentences.ts';
import { settingWords } from '../words/setting-words.ts';
import type { Table, Tables } from '../words/words.ts';
import { contentIndex } from '../markdown/content-index.ts';
import { unknownKey } from '../markdown/near-keys.ts';
import { field, fields } from './fields.ts';
import { jsonFault } from './json-fault.ts';
import { knownLanguages, languageFolder as folder } from './known-languages.ts';
import type { Mistake } from './mistake.ts';

/** What pages and figures have in common, in English. */
const shared: Tables = {
  pages: pageWords,
  figures: figureWords,
  feeds: feedWords,
  numbers: numberWords,
  settings: settingWords,
  drawings: drawingWords,
  search: searchSentences,
};

const languageFields = fields('A language', {
  name: field(z.string().min(2), 'what its readers call it', '"name": "Deutsch"'),
  locale: field(z.string().regex(/^[a-z]{2}-[A-Z]{2}$/), 'a language with a country', '"locale": "de-DE"'),
  /** What tests hold its texts to, besides what holds in every language. */
  style: field(
    z.object({
      medianSentence: z.int().positive(),
      never: z.array(z.object({ pattern: z.string(), wrong: z.string(), write: z.string() })),
    }),
    'the words of a median sentence, and what is never written, each with a wrong and a right example',
    '"style": { "medianSentence": 20, "never": [{ "pattern": "daß", "wrong": "daß", "write": "dass" }] }',
  ),
  words: field(
    z.record(z.string(), z.record(z.string(), z.string())),
    'words by part and key',
    '"words": { "pages": { … } }',
  ),
});

/**
 * What is wrong with the words of other languages: their JSON, keys that English does not have, and words that lack what is put into
 * them; and what is missing, which pages say in English.
 *
 * @param root the folder of the project
 */
export async function languageFaults(root: string): Promise<{ mistakes: Mistake[]; notes: string[] }> {
  const codes = knownLanguages(root);
  const files = codes.map((code) => {
    const file = `${folder}/${code}.json`;
    const { mistakes, value } = readJson(root, file);
    const { data, error } = languageFields.safeParse(value);
    const faults = value === undefined ? [] : (error?.issues ?? []);
    const wrong = faults.map(({ path, message }) => ({ file, line: 1, text: `${path.join('.')}: ${message}` }));
    const compared = Object.entries(shared).map(([part, english]) =>
      compare(file, part, data?.words[part] ?? {}, english, root),
    );
    const strange = Object.keys(data?.words ?? {}).filter((part) => !Object.hasOwn(shared, part));
    const unknown = strange.map((part) => ({
      file,
      line: lineOf(root, file, part),
      text: unknownKey('part', part, Object.keys(shared), 'The words of a figure stand in its room, words.de.json.'),
    }));
    return joined([{ mistakes: [...mistakes, ...wrong, ...unknown], notes: [] }, ...(data ? compared : [])]);
  });
  const rooms = await Promise.all(
    globSync('src/islands/*/words.*.json', { cwd: root }).map(async (path) => {
      const file = path.replaceAll('\\', '/');
      const { mistakes, value } = readJson(root, file);
      const english = await roomWords(root, file);
      if (value === undefined) return { mistakes, notes: [] };
      if (!english) {
        const text = `Nothing reads this file, because its room has no words.ts. Write there what the figure says in English, as in src/islands/blend-pictures/words.ts, and here the same keys.`;
        return { mistakes: [{ file, line: 1, text }], notes: [] };
      }
      return compare(file, '', value as Table, english, root);
    }),
  );
  return joined([...files, ...rooms, { mistakes: guessFaults(root), notes: [] }]);
}

/** What is wrong with the guesses of other languages: their JSON, and guesses that nobody asks. */
function guessFaults(root: string): Mistake[] {
  const known = contentIndex(root).guesses();
  return globSync('src/components/guesses/*.json', { cwd: root }).flatMap((path) => {
    const file = path.replaceAll('\\', '/');
    const { mistakes, value } = readJson(root, file);
    const remedy = `Ask it in English first, in ${file.replace(/\.[\w-]+\.json$/, '.ts')}.`;
    const strange = Object.keys(value ?? {}).filter((id) => !known.includes(id));
    const unknown = strange.map((id) => ({
      file,
      line: lineOf(root, file, id),
      text: unknownKey('guess', id, known, remedy),
    }));
    return [...mistakes, ...unknown];
  });
}

interface Faults {
  readonly mistakes: Mistake[];
  readonly notes: string[];
}

const joined = (all: readonly Faults[]): Faults => ({
  mistakes: all.flatMap(({ mistakes }) => mistakes),
  notes: all.flatMap(({ notes }) => notes),
});

/** The English words of a room, which its `words.ts` exports. */
async function roomWords(root: string, file: string): Promise<Table | undefined> {
  const path = join(root, file.replace(/words\.[\w-]+\.json$/, 'words.ts'));
  if (!existsSync(path)) return undefined;
  return Object.values((await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, Table>)[0];
}

function readJson(root: string, file: string): { mistakes: Mistake[]; value: unknown } {
  const source = readFileSync(join(root, file), 'utf8');
  const fault = jsonFault(source);
  if (!fault) return { mistakes: [], value: JSON.parse(source) as unknown };
  const remedy = 'Each text stands in double quotes, entries are parted by commas, and none follows the last.';
  return {
    mistakes: [{ file, line: fault.line, text: `The file is no JSON: ${fault.what}. ${remedy}` }],
    value: undefined,
  };
}

const lineOf = (root: string, file: string, key: string): number =>
  readFileSync(join(root, file), 'utf8').split(`"${key}"`)[0]?.split('\n').length ?? 1;

const gaps = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

function compare(file: string, part: string, given: Table, english: Table, root: string): Faults {
  const keys = Object.keys(english);
  const mistakes = Object.entries(given).flatMap(([key, text]): Mistake[] => {
    const line = lineOf(root, file, key);
    const source = english[key];
    if (source === undefined)
      return [{ file, line, text: unknownKey('word', key, keys, 'English has no other words here.') }];
    const [asked, has] = [gaps(source), gaps(text)];
    if (asked.join() === has.join()) return [];
    return [
      {
        file,
        line,
        text: `${key}: must hold ${asked.join(', ') || 'no gap'}, as in “${source}”; it holds ${has.join(', ') || 'none'}.`,
      },
    ];
  });
  const missing = keys.filter((key) => given[key] === undefined);
  const where = part === '' ? file : `${file}, ${part},`;
  return {
    mistakes,
    notes: missing.length > 0 ? [`${where} lacks ${missing.join(', ')}: that is said in English.`] : [],
  };
}
