import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import { typefacesAhead } from './typefaces-ahead.ts';

/* What a page costs before anything on it is touched, counted in the built files: no browser is needed to weigh them. */

/** Bytes that come over the line. Typefaces and photos are packed already. */
const weights = new Map<string, number>();
function weightOf(file: string): number {
  const known = weights.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(file);
  const weight = /\.(woff2|png|webp|jpg)$/.test(file) ? bytes.length : brotliCompressSync(bytes).length;
  weights.set(file, weight);
  return weight;
}

const addresses = (html: string, pattern: RegExp): string[] =>
  Array.from(html.matchAll(pattern), ([, address = '']) => `dist${address}`);

/** A script and all that it imports before it runs. */
function withImports(scripts: readonly string[]): Set<string> {
  const all = new Set(scripts);
  // A set is walked to its end, also where that moves on.
  for (const script of all)
    for (const [, name = ''] of readFileSync(script, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*"(\.\/[^"]+)"/g))
      all.add(posix.join(posix.dirname(script), name));
  return all;
}

/** The files that a page asks for by itself. */
function firstView(page: string): Set<string> {
  const html = readFileSync(page, 'utf8');
  const scripts = addresses(html, /<script[^>]*\ssrc="([^"]+)"/g);
  expectSome(scripts, `scripts of ${page}`);
  return new Set([
    page,
    ...addresses(html, /<link rel="stylesheet" href="([^"]+)"/g),
    ...typefacesAhead(html).map((address) => `dist${address}`),
    ...addresses(html, /<img(?![^>]*loading="lazy")[^>]*\ssrc="(\/[^"]+)"/g),
    ...withImports(scripts),
  ]);
}

/** Elements that a browser makes of a page where scripts run: what stands in noscript is text then. */
const elementsOf = (page: string): number =>
  readFileSync(page, 'utf8')
    .replace(/<noscript>.*?<\/noscript>/gs, '<noscript></noscript>')
    .match(/<[a-z][\w-]*[\s>/]/g)?.length ?? 0;

test('an article weighs at most 160 kB at first, in at most 50 files', () => {
  const weighed = globSync('dist/articles/*/index.html').map((page) => {
    const files = [...firstView(page)];
    return { page, files: files.length, bytes: files.reduce((sum, file) => sum + weightOf(file), 0) };
  });
  expect(expectSome(weighed, 'articles').filter(({ files, bytes }) => bytes > 160_000 || files > 50)).toEqual([]);
});

test('formulas need nothing but the typefaces that are cut down to their characters', () => {
  const math = globSync('dist/_astro/katex*.css').map((file) => readFileSync(file, 'utf8'));
  const ranges = expectSome(math, 'sheets of formulas').flatMap((sheet) => [
    ...sheet.matchAll(/unicode-range:([^;}]+)/g),
  ]);
  const isCut = (character: string): boolean =>
    (ranges[0]?.[1] ?? '').split(',').some((range) => {
      const [first = 0, last = first] = range
        .replace(/u\+/i, '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      const code = character.codePointAt(0) ?? 0;
      return code >= first && code <= last;
    });
  const others = new Set<string>();
  for (const page of globSync('dist/articles/*/index.html')) {
    const [, ...formulas] = readFileSync(page, 'utf8').split('<span class="katex-html" aria-hidden="true">');
    for (const formula of formulas) {
      // To the end of the formula, whose spans are closed one in the other.
      let depth = 1;
      for (const [tag, slash, text] of formula.matchAll(/<(\/?)span[^>]*>|([^<]+)|<[^>]+>/g)) {
        if (text !== undefined) for (const character of decoded(text)) if (!isCut(character)) others.add(character);
        if (tag.includes('span')) depth += slash ? -1 : 1;
        if (depth === 0) break;
      }
    }
  }
  // For any of these: src/build/typefaces.ts, then scripts/cut-typefaces.mjs.
  expect([...others]).toEqual([]);
});

const decoded = (text: string): string =>
  text
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\s ]/g, '');

test('the page of results makes at most 3,000 elements at first, and holds the rest', () => {
  const page = 'dist/results/index.html';
  expect(elementsOf(page)).toBeLessThanOrEqual(3000);
  const rows = readFileSync(page, 'utf8').match(/<tr\b/g);
  expect(rows?.length).toBeGreaterThan(80);
});
