import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { unknownKey } from '../markdown/near-keys.ts';
import { day } from './dates.ts';
import { field, fields } from './fields.ts';
import { jsonFault } from './json-fault.ts';
import { knownLanguages } from './known-languages.ts';
import { questionFields } from './question-fields.ts';
import type { Mistake } from './mistake.ts';

const termFields = {
  id: field(z.string().regex(/^[a-z][a-z0-9-]*$/), 'a name in lower case with hyphens', '"id": "soft-label"'),
  term: field(
    z
      .string()
      .min(2)
      .regex(/^[\p{Lu}\d]/u),
    'the term as readers see it, with a capital',
    '"term": "Soft label"',
  ),
  definition: field(
    z.string().min(20).max(400),
    'one to three sentences of 20 to 400 characters',
    '"definition": "A label that …"',
  ),
};

/** A term in another language, which has the id of the English one. */
const translatedTerm = fields('A term of a translated glossary', termFields);

/** The lists beside the articles: works they cite, terms they use, and what they once said and should not have. */
export const libraries = {
  bibliography: {
    file: 'content/bibliography/references.json',
    fields: fields('A work of the bibliography', {
      id: field(
        z.string().regex(/^[a-z][a-z0-9-]*$/),
        'a key in lower case, family name and year',
        '"id": "zhang2018"',
      ),
      authors: field(
        z.array(z.string().min(2)).min(1),
        'a list of people, each "Family, Given"',
        '"authors": ["Zhang, Hongyi"]',
      ),
      title: field(z.string().min(3), 'the title of the work', '"title": "mixup: Beyond Empirical Risk Minimization"'),
      venue: field(z.string().min(2), 'where it appeared', '"venue": "ICLR"'),
      year: field(z.int().min(1600).max(2100), 'a year from 1600 to 2100 without quotes', '"year": 2018'),
      arxiv: field(
        z
          .string()
          .regex(/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/)
          .optional(),
        'the bare number of arXiv',
        '"arxiv": "1710.09412"',
      ),
      doi: field(z.string().startsWith('10.').optional(), 'the bare DOI', '"doi": "10.1038/323533a0"'),
      url: field(z.url().optional(), 'a full address', '"url": "https://openreview.net/forum?id=r1Ddp1-Rb"'),
    }),
  },
  glossary: {
    file: 'content/glossary/terms.json',
    fields: fields('A term of the glossary', {
      ...termFields,
      article: field(z.string().optional(), 'the name of the article that explains it', '"article": "what-is-mixup"'),
    }),
  },
  questions: {
    file: 'content/questions/questions.json',
    fields: fields('A question', questionFields),
  },
  errata: {
    file: 'content/errata/errata.json',
    fields: fields('A mistake that was mended', {
      id: field(z.string().regex(/^[a-z][a-z0-9-]*$/), 'a name in lower case with hyphens', '"id": "few-cross"'),
      article: field(z.string(), 'the name of the article that was wrong', '"article": "what-is-mixup"'),
      corrected: field(day, 'a day of the calendar', '"corrected": "2026-11-22"'),
      was: field(z.string().min(10), 'what the article said', '"was": "Every mixture has …"'),
      is: field(z.string().min(10), 'what is right', '"is": "Most mixtures have …"'),
    }),
  },
} as const;

/**
 * What is wrong with the lists beside the articles: their JSON, their entries, keys that are there twice, and articles that are not.
 *
 * @param root the folder of the project
 * @param articles ids of the articles there are
 */
export function libraryMistakes(root: string, articles: readonly string[]): Mistake[] {
  const lists = Object.values(libraries).flatMap(({ file, fields: schema }) => {
    const faults = listFaults(readFileSync(join(root, file), 'utf8'), schema, articles);
    return faults.map((fault) => ({ file, ...fault }));
  });
  return [...lists, ...knownLanguages(root).flatMap((language) => glossaryMistakes(root, language))];
}

/** What is wrong with the glossary of another language, if it has one. */
function glossaryMistakes(root: string, language: string): Mistake[] {
  const file = `content/glossary/${language}.json`;
  if (!existsSync(join(root, file))) return [];
  const source = readFileSync(join(root, file), 'utf8');
  const faults = listFaults(source, translatedTerm, []).map((fault) => ({ file, ...fault }));
  const english = readFileSync(join(root, libraries.glossary.file), 'utf8');
  if (faults.length > 0 || jsonFault(english)) return faults;
  const known = idsOf(english);
  const strange = idsOf(source).filter((id) => !known.includes(id));
  const remedy = `Define it in ${libraries.glossary.file} first.`;
  return strange.map((id) => {
    const line = source.slice(0, source.indexOf(`"${id}"`)).split('\n').length;
    return { file, line, text: unknownKey('term', id, known, remedy) };
  });
}

const idsOf = (list: string): string[] => (JSON.parse(list) as { id: string }[]).map(({ id }) => id);

function listFaults(source: string, schema: z.ZodType, articles: readonly string[]): Omit<Mistake, 'file'>[] {
  const broken = jsonFault(source);
  if (broken) {
    const remedy =
      'Look at this line and the one before: each text stands in double quotes, entries are parted by commas, and none follows the last.';
    return [{ line: broken.line, text: `The file is no JSON: ${broken.what}. ${remedy}` }];
  }
  // YAML holds JSON, and its reader knows where everything stands.
  const lines = new LineCounter();
  const list = parseDocument(source, { lineCounter: lines, prettyErrors: false }).contents;
  const lineOf = (node: unknown): number => lines.linePos((node as Node | undefined)?.range?.[0] ?? 0).line;
  if (!isSeq(list)) return [{ line: 1, text: 'The file must be a list of entries: [ { "id": … }, … ].' }];
  const places = new Map<string, number>();
  return list.items.flatMap((entry) => {
    if (!isMap(entry)) return [{ line: lineOf(entry), text: 'An entry must be an object: { "id": … }.' }];
    const line = lineOf(entry);
    const value = entry.toJSON() as Record<string, unknown>;
    const at = (key: PropertyKey | undefined): number =>
      lineOf(entry.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.key ?? entry);
    const name = typeof value['id'] === 'string' ? value['id'] : 'an entry without "id"';
    const faults = (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => ({
      line: at(path[0]),
      text: `${name}, ${path.map(String).join('.')}: ${message}`,
    }));
    const before = places.get(name);
    if (before !== undefined)
      faults.push({
        line: at('id'),
        text: `${name} is there already, in line ${before}. Give each entry a key of its own.`,
      });
    places.set(name, line);
    const { article } = value;
    if (typeof article === 'string' && !articles.includes(article)) {
      const remedy = 'Name the file of an article without ".mdx", or leave "article" out.';
      faults.push({ line: at('article'), text: `${name}: ${unknownKey('article', article, articles, remedy)}` });
    }
    return faults;
  });
}
