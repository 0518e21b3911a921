import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import { afterAll, describe, expect, test } from 'vitest';
import { articleFiles } from '../../src/authoring/article-files.ts';
import { fields } from '../../src/authoring/fields.ts';
import { written } from '../../src/authoring/mistake.ts';

const right = [
  'title: Training with mixup',
  'description: One or two sentences that stand below the title and in search engines.',
  'summary: One sentence for the list of articles.',
  'part: ideas',
  'picture: mix-digits',
  'order: 6',
  'published: 2026-11-22',
];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A project of some articles, on November 30, 2026. */
function project(files: Readonly<Record<string, string | Uint8Array>>): ReturnType<typeof articleFiles> {
  const root = mkdtempSync(join(tmpdir(), 'articles-'));
  folders.push(root);
  const write = (path: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('src/islands/mix-digits/Card.astro', '');
  for (const [name, text] of Object.entries(files)) write(`content/articles/${name}`, text);
  return articleFiles(root, new Date('2026-11-30T12:00:00Z'));
}

/** An article whose front matter is right but for some lines. */
const article = (...changed: string[]): string => {
  const keys = changed.map((line) => line.split(':')[0]);
  return ['---', ...right.filter((line) => !keys.includes(line.split(':')[0])), ...changed, '---', '', 'Text.'].join('\n');
};

/** The messages on one article. */
const messages = (text: string | Uint8Array): string[] => project({ 'a.mdx': text }).mistakes.map(written);

test('front matter without a mistake is read, with days at midnight in UTC', () => {
  const { articles, mistakes } = project({ 'a.mdx': article() });
  expect(mistakes).toEqual([]);
  expect(articles[0]).toMatchObject({ id: 'a', file: 'content/articles/a.mdx', heldBack: undefined });
  expect(articles[0]?.fields?.published.toISOString()).toBe('2026-11-22T00:00:00.000Z');
});

describe('a mistake in front matter names file, line, what is wrong and what to write', () => {
  test.each(['', '20261122', '2026-02-31', '2026-13-45', '22.11.2026', '2026-1-2', 'soon', '2026-11-22T10:00:00Z'])('published: %s is no day', (day) => {
    const [message, ...more] = messages(article(`published: ${day}`));
    expect(more).toEqual([]);
    expect(message).toMatch(/^content\/articles\/a\.mdx:8 published: must be a day of the calendar; it is .*Write published: 2026-11-22$/);
  });

  test.each([
    ['title: ab', /a\.mdx:8 title: must be a text of 3 to 80 characters; it is "ab"\. Write title: /],
    ['order: many', /order: must be a number above 0/],
    ['order: 0', /order: must be a number above 0/],
    ['part: idea', /part: must be one of ideas, experiments, conclusions/],
    ['description: Short.', /description: must be .* 50 to 200 characters/],
    ['colour: blue', /a\.mdx:9 colour: Unknown field "colour"\. Did you mean one of: .*The front matter of an article has no other fields/],
    ['picture: mix-digit', /picture: Unknown picture "mix-digit"\. Did you mean one of: mix-digits/],
    ['draft: maybe', /draft: must be true or false/],
    ['updated: 2026-11-23', /updated: must be a list of changes, each with date and note.*  - date: 2026-12-01/],
    ['updated: [{ date: 2026-11-31, note: "What was wrong, and what it says now." }]', /updated\.0\.date: must be a day/],
    ['updated: [{ date: 2026-11-21, note: "What was wrong, and what it says now." }]', /lies before published: 2026-11-22/],
    ['title: "never closed', /a\.mdx:\d+ The front matter is no YAML: .*double quotes/],
    ['title: one: two', /The front matter is no YAML: .*Put a text that holds ": "/],
    ['\ttitle: a tab', /The front matter is no YAML: .*indent with spaces/],
  ])('%s', (line, message) => {
    expect(messages(article(line)).join('\n')).toMatch(message);
  });

  test('a field that is missing, or there twice', () => {
    expect(messages(article().replace(/^order: 6\n/m, ''))).toEqual(['content/articles/a.mdx:2 order: is missing. Write order: 6']);
    expect(messages(article().replace('order: 6', 'order: 6\norder: 7'))[0]).toMatch(/a\.mdx:8 .*unique.*write each field once/);
  });

  test('a file that is empty, has no front matter, or one that does not end', () => {
    expect(messages('')[0]).toContain('The file is empty. Begin the file with a line ---');
    expect(messages('Text.')[0]).toContain('There is no front matter. Begin');
    expect(messages('---\ntitle: A title\n\nText.')[0]).toContain('The front matter does not end. Write a line ---');
  });

  test('a file that is not in UTF-8, or holds what is no text', () => {
    const latin = Buffer.from(article('title: Grüße'), 'latin1');
    expect(messages(latin)[0]).toMatch(/a\.mdx:8 The file is not in UTF-8\. Save it in that encoding\./);
    expect(messages(`${article()}\n\0`)).toEqual([expect.stringMatching(/a\.mdx:12 .*no text \(NUL\)\. Remove it/)]);
  });

  test('every mistake is told at once', () => {
    expect(messages(article('order: -1', 'published: soon', 'collor: red'))).toHaveLength(3);
    const result = fields('A thing', { size: z.number() }).safeParse({ size: 'x', sise: 2, collor: 'red' });
    expect(result.error?.issues.map(({ path }) => path)).toEqual([['size'], ['sise'], ['collor']]);
  });
});

test('a mark of the byte order and lines that end as on Windows are no mistake', () => {
  expect(messages(`\uFEFF${article().replaceAll('\n', '\r\n')}`)).toEqual([]);
});

describe('articles beside each other', () => {
  test('cannot have one order in one part, one title, or one address', () => {
    const other = ['title: Another title', 'order: 6'];
    const texts = (second: string, name = 'b.mdx'): string[] => project({ 'a.mdx': article(), [name]: second }).mistakes.map(written);
    expect(texts(article(...other))).toEqual([expect.stringMatching(/b\.mdx:8 order: .*a\.mdx stands at 6 too\. Write another number, such as 6\.5/)]);
    expect(texts(article(...other, 'part: experiments'))).toEqual([]);
    expect(texts(article('order: 7'))).toEqual([expect.stringMatching(/b\.mdx:2 title: .*a\.mdx has the same title/)]);
    expect(texts(article('title: Another title', 'order: 6.5'))).toEqual([]);
    expect(texts(article('title: Another title', 'order: 7'), 'A.mdx')[0]).toContain('has the same address, /articles/a/. Rename');
  });

  test('have addresses in lower case, with hyphens for spaces', () => {
    const files = ['Upper Case.mdx', 'more/with dots v2.0.mdx', '_left out.mdx'].map((name, order) => [name, article(`title: Number ${order}`, `order: ${order + 1}`)]);
    expect(project(Object.fromEntries(files) as Record<string, string>).articles.map(({ id }) => id)).toEqual(['more/with-dots-v20', 'upper-case']);
  });
});

test('a draft and an article of the future are held back, each with a sentence', () => {
  const why = (line: string): string | undefined => project({ 'a.mdx': article(line) }).articles[0]?.heldBack;
  expect(why('draft: true')).toContain('is a draft');
  expect(why('published: 2031-01-01')).toContain('is held back until January 1, 2031');
  expect(why('published: 2026-11-30')).toBeUndefined();
  expect(why('draft: false')).toBeUndefined();
});
