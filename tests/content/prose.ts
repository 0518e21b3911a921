import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './render-article.ts';

/** An article's source, and its text as a reader meets it. */
interface ArticleSource {
  slug: string;
  part: string;
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

/** Every published article. */
export function articleSources(): ArticleSource[] {
  const folder = join(root, 'content/articles');
  return readdirSync(folder)
    .filter((name) => /^[^_].*\.mdx$/.test(name))
    .map((name) => {
      const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
      const headings = Array.from(body.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#{2,4} (.*)$/gm), ([, text]) => text as string);
      const part = /^part: (\w+)$/m.exec(frontmatter)?.[1] ?? '';
      return { slug: name.replace('.mdx', ''), part, body, headings, prose: proseOf(body) };
    });
}
