import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { articleFields, translationFields } from './article-fields.ts';
import { inWords, written as day } from './dates.ts';
import { frontMatter } from './front-matter.ts';
import { translationMistakes, type Translation } from './translation.ts';
import { articleAddress, articleId, translationOf } from '../markdown/article-id.ts';
import { unknownKey } from '../markdown/near-keys.ts';
import type { Mistake } from './mistake.ts';

/** An article as it lies in its folder. */
export interface ArticleFile {
  /** From the root of the project, with slashes. */
  readonly file: string;
  /** From the folder of articles. */
  readonly name: string;
  /** What its address ends in. */
  readonly id: string;
  readonly source: string;
  /** Missing where the front matter has a mistake. */
  readonly fields: z.output<typeof articleFields> | undefined;
  /** The part it is written for, if that could be read. */
  readonly part: string | undefined;
  /** What it translates; missing for an original. */
  readonly translation: Translation | undefined;
  /** Why it is not published yet, in a sentence; missing where it is. */
  readonly heldBack: string | undefined;
}

const folder = 'content/articles';

/**
 * Every article, published or not, and what is wrong with their files and front matter: by themselves, and beside each other.
 *
 * @param root the folder of the project
 * @param today what lies after it is not published yet
 */
export function articleFiles(root: string, today: Date): { articles: ArticleFile[]; mistakes: Mistake[] } {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(^|\/)[^_/][^/]*\.mdx$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en'));
  const mistakes: Mistake[] = [];
  const places = new Map<string, string>();
  const pictures = globSync('src/islands/*/Card.astro', { cwd: root }).map((path) => path.split(/[\\/]/).at(-2) ?? '');
  const originals = new Map<string, ArticleFile>();
  // A translation is looked at once its original has been.
  const inTurn = names.toSorted((a, b) => Number(isTranslation(a)) - Number(isTranslation(b)));
  const articles = inTurn.map((name): ArticleFile => {
    const file = `${folder}/${name}`;
    const tell = (line: number, text: string): number => mistakes.push({ file, line, text });
    const { source, fault } = textOf(readFileSync(join(root, file)));
    if (fault) tell(fault.line, fault.text);
    const id = articleId(name);
    const named = translationOf(id);
    const original = named && originals.get(named.original);
    const matter = named ? frontMatter(source, translationFields) : frontMatter(source, articleFields);
    const { raw, lineOf } = matter;
    const values = placed(matter.values, original);
    if (!fault) for (const { line, text } of matter.faults) tell(line, text);
    const taken = (key: string, text: (other: string) => string, line: number): void => {
      const other = places.get(key);
      if (other !== undefined) tell(line, text(other));
      else places.set(key, file);
    };
    taken(`id ${id}`, (other) => `${other} has the same address, ${articleAddress(id)}. Rename one of the files.`, 1);
    const translation = named && {
      ...named,
      ...translationMistakes(root, named, original, [...originals.keys()], raw),
    };
    for (const { key, text } of translation?.mistakes ?? []) tell(lineOf(key), text);
    if (values) {
      const { title, part, picture, order, published, updated = [] } = values;
      taken(
        `title ${named?.language ?? ''} ${title.toLowerCase()}`,
        (other) => `title: ${other} has the same title. Give each its own.`,
        lineOf('title'),
      );
      if (!named)
        taken(
          `order ${part} ${order}`,
          (other) =>
            `order: ${other} stands at ${order} too. Write another number, such as ${order + 0.5} to stand right after it.`,
          lineOf('order'),
        );
      if (!named && !pictures.includes(picture)) {
        const remedy = `Make src/islands/${picture}/Card.astro, or name a room that has one.`;
        tell(lineOf('picture'), `picture: ${unknownKey('picture', picture, pictures, remedy)}`);
      }
      for (const { date } of updated) {
        if (date < published)
          tell(
            lineOf('updated'),
            `updated: the change of ${day(date)} lies before published: ${day(published)}. Write the day of the change.`,
          );
      }
    }
    const ownPart = typeof raw['part'] === 'string' ? raw['part'] : undefined;
    const part = named ? original?.part : ownPart;
    const heldBack =
      original?.heldBack === undefined
        ? values && whyHeldBack(values, today)
        : `is held back with its original, ${original.file}.`;
    const article = { file, name, id, source, fields: values, part, translation, heldBack };
    if (!named) originals.set(id, article);
    return article;
  });
  return { articles: articles.sort((a, b) => a.name.localeCompare(b.name, 'en')), mistakes };
}

const isTranslation = (name: string): boolean => translationOf(articleId(name)) !== undefined;

type Fields = z.output<typeof articleFields>;

/** The fields of an article; those that a translation has from its original are put in. */
function placed(
  values: Fields | z.output<typeof translationFields> | undefined,
  original: ArticleFile | undefined,
): Fields | undefined {
  if (!values || 'part' in values) return values;
  if (!original?.fields) return undefined;
  const { part, picture, order } = original.fields;
  const { title, description, summary, published, updated, draft } = values;
  return { title, description, summary, part, picture, order, published, updated, draft };
}

function whyHeldBack({ draft, published }: Fields, today: Date): string | undefined {
  if (draft === true)
    return 'is a draft: it is seen in "npm run dev" and not published. Remove "draft: true" to publish it.';
  if (published <= today) return undefined;
  return `is held back until ${inWords(published)}, as its "published" says. Build the site again then.`;
}

/** The text of a file, and what keeps it from being one. */
function textOf(bytes: Uint8Array): { source: string; fault?: { line: number; text: string } } {
  const source = new TextDecoder('utf-8').decode(bytes);
  const fault = (sign: string, text: string): { source: string; fault?: { line: number; text: string } } => {
    const at = source.indexOf(sign);
    return at < 0 ? { source } : { source, fault: { line: source.slice(0, at).split('\n').length, text } };
  };
  const encoded = fault('\uFFFD', 'The file is not in UTF-8. Save it in that encoding.');
  if (encoded.fault) return encoded;
  return fault('\u0000', 'The file holds a character that is no text (NUL). Remove it, or save the file as UTF-8.');
}
