import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writingRules } from '../../src/authoring/writing-rules.ts';
import { expectSome } from '../expect-some.ts';
import { wordCount } from './prose.ts';
import { root } from './render-article.ts';

/** Words that a caption may have; the rest is folded under “How to read this”. */
const most = writingRules.caption;

/** The paragraphs in the slot `caption` of a room's `.astro` file; each is one caption, of which the page shows one. */
function captionsOf(source: string): string[] {
  const slots = Array.from(source.matchAll(/<Fragment slot="caption">([\s\S]*?)<\/Fragment>/g), ([, slot]) => slot as string);
  return slots.flatMap((slot) => Array.from(slot.matchAll(/<p>([\s\S]*?)<\/p>/g), ([, text]) => (text as string).trim()));
}

/** What a reader sees of a caption; what the build computes counts as three words. */
function readable(caption: string): string {
  return caption
    .replace(/\{' '\}|&nbsp;/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/\{[^{}]*\}/g, 'a computed thing')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A room's file with the caption in place that stands among its words. */
function withWords(path: string): string {
  const source = readFileSync(join(root, path), 'utf8');
  const [, name = ''] = /<p set:html=\{(\w+)\.caption\} \/>/.exec(source) ?? [];
  if (name === '') return source;
  const words = readFileSync(join(root, dirname(path), 'words.ts'), 'utf8');
  const [, caption = ''] = /caption:\s*'([^']*)'/.exec(words) ?? [];
  return source.replace(`<p set:html={${name}.caption} />`, `<p>${caption}</p>`);
}

const files = globSync('src/islands/*/*.astro', { cwd: root });
const sources = files.map((path) => ({ path, source: withWords(path) }));
const translated = globSync('src/islands/*/words.*.json', { cwd: root }).map((path) => ({
  path,
  caption: (JSON.parse(readFileSync(join(root, path), 'utf8')) as { caption?: string }).caption,
}));
const figures = expectSome(
  sources.filter(({ source }) => /<(Paper)?Figure\b/.test(source)),
  'figures',
);

test.each(figures)('$path has a caption that is short enough, which opens with its take-away', ({ source }) => {
  for (const caption of expectSome(captionsOf(source), 'captions')) {
    expect(caption).toMatch(/^<strong>/);
    expect(readable(caption)).toMatch(/[.?!]$/);
    expect(wordCount(readable(caption)), readable(caption)).toBeLessThanOrEqual(most);
  }
});

test.each(expectSome(translated, 'translated rooms'))('$path has a caption of at most 45 words, which opens with its take-away', ({ caption = '' }) => {
  expect(caption).toMatch(/^<strong>.*[.?!]<\/strong>.*[.?!]$/);
  expect(wordCount(readable(caption)), readable(caption)).toBeLessThanOrEqual(most);
});

describe('the rule sees what it should', () => {
  test('each paragraph of a caption is read, and nothing of what is folded', () => {
    const source =
      '<Fragment slot="caption">\n<p>\n<strong>One.</strong>{\' \'} Two {three} four&nbsp;%.\n</p><p>Five.</p></Fragment><Fragment slot="reading"><p>Six.</p></Fragment>';
    expect(captionsOf(source).map(readable)).toEqual(['One. Two a computed thing four %.', 'Five.']);
  });
});
