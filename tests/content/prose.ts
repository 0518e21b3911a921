import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFiles } from '../../src/authoring/article-files.ts';
import { figureNames } from '../../src/markdown/figure-names.ts';
import { root } from './render-article.ts';

/** An article's source, and its text as a reader meets it. */
interface ArticleSource {
  slug: string;
  /** Code of its language. */
  language: string;
  part: string;
  /** What stands large under the title. */
  lead: string;
  /** Everything below the front matter. */
  body: string;
  /** Lines of `## ` to `#### ` headings, without the marks. */
  headings: string[];
  /** The running text: no code, displayed formulas, notes, closed answers, headings or markup; a formula in a sentence is one letter. */
  prose: string;
}

const removed = [
  /^```[\s\S]*?^```$/gm, // code
  /^\$\$[\s\S]*?^\$\$$/gm, // displayed formulas
  /<Aside>[\s\S]*?<\/Aside>/g,
  /(?<=<Guess [^>]*[^/]>)[\s\S]*?(?=<\/Guess>)/g, // what more there is to say of an answer, which a reader may leave closed
  /^\[\^[^\]]+\]:.*(\n {2,}.*)*/gm, // footnotes
  /\[\^[^\]]+\]/g,
  /^#{1,4} .*$/gm,
  /<Cite[^>]*\/>/g,
];

/** The words of MDX source. */
export function proseOf(body: string): string {
  const text = removed.reduce((rest, pattern) => rest.replace(pattern, ' '), body);
  return text
    .replace(/\$[^$\n]+\$/g, 'x')
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`|]/g, '');
}

/** Sentences of running text; a list item or a paragraph also ends one. */
export function sentencesOf(prose: string): string[] {
  return prose
    .split(/\n\s*\n|\n\s*[-\d]+\.?\s/)
    .flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').split(/(?<=[.?!:;]["”’)]?)\s+(?=[\p{Lu}x“"(])/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
}

/** Sentences up to their full stop, question or exclamation mark, as a reader counts them. */
export function fullSentences(text: string): string[] {
  const plain = text.replace(/\$[^$\n]+\$/g, 'x').replace(/\s+/g, ' ').trim();
  return plain.split(/(?<=[.?!]["”’)]?)\s/).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Number of words: runs between spaces that hold a letter or a digit. */
export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Whether a component of this name is a figure with an island, or a stage, which holds one. */
function canBeTouched(name: string): boolean {
  const room = figureNames()[name];
  return name === 'Stage' || (room !== undefined && /\sclient:/.test(readFileSync(join(root, `src/islands/${room}/${name}.astro`), 'utf8')));
}

/** What a reader reads before the first figure that can be touched, headings with it; nothing where there is none. */
export function beforeFirstTouch(body: string): string {
  const first = Array.from(body.matchAll(/^<([A-Z]\w*)\b/gm)).find(([, name]) => canBeTouched(name as string));
  return proseOf(body.slice(0, first?.index ?? 0).replace(/^#{2,4} /gm, ''));
}

/** Paragraphs, points of lists and rows of tables, without code and notes. */
export const paragraphsOf = (body: string): string[] =>
  body
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/^\[\^[^\]]+\]:.*$/gm, '')
    .split(/\n\s*\n|\n(?=- |\|)/);

/** How many measured values a paragraph holds: those of our runs and of the paper, and typed ones with decimals and a unit. */
export function measuredValues(paragraph: string): number {
  const typed = paragraph.replace(/<[^>]+>/g, '').matchAll(/\d+\.\d+(?=[ \u00A0](%|points))/g);
  return Array.from(paragraph.matchAll(/<(Result|PaperNumber)\b/g)).length + Array.from(typed).length;
}

/** Every article that is published in a language. */
export function articleSources(language = 'en'): ArticleSource[] {
  const { articles } = articleFiles(root, new Date());
  return articles
    .filter(({ heldBack, translation }) => heldBack === undefined && (translation?.language ?? 'en') === language)
    .map(({ id, source, fields }) => {
      const [, body = ''] = /^---\n[\s\S]*?\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n')) ?? [];
      const headings = Array.from(body.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{2,4} (.*)$/gm), ([, text]) => text as string);
      return { slug: id, language, part: fields?.part ?? '', lead: fields?.description ?? '', body, headings, prose: proseOf(body) };
    });
}
