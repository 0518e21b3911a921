import { globSync, readFileSync, statSync } from 'node:fs';
import { characters } from '../../src/build/typefaces.ts';
import { expect, test } from '@playwright/test';
import { typefacesAhead } from './typefaces-ahead.ts';

const pages = globSync('dist/**/*.html').map((file) => ({ file, html: readFileSync(file, 'utf8') }));

/** The sheets that a page links, in their order. */
function sheetsOf(html: string): string[] {
  return Array.from(html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g), ([, href]) => href ?? '');
}

const bytes = (href: string): number => statSync(`dist${href}`).size;

test('all pages share one sheet, and a page with formulas links that of formulas before it', () => {
  expect(pages.length).toBeGreaterThan(15);
  const shared = new Set<string>();
  const ofFormulas = new Set<string>();
  for (const { file, html } of pages) {
    const sheets = sheetsOf(html);
    expect(sheets, file).toHaveLength(html.includes('class="katex"') ? 2 : 1);
    shared.add(sheets.at(-1) ?? '');
    if (sheets.length > 1) ofFormulas.add(sheets[0] ?? '');
  }
  expect(shared.size).toBe(1);
  expect(ofFormulas.size).toBe(1);
  for (const sheet of shared) expect(readFileSync(`dist${sheet}`, 'utf8')).not.toContain('@font-face');
  for (const sheet of ofFormulas) expect(readFileSync(`dist${sheet}`, 'utf8')).toContain('.katex');
});

test('a page asks ahead for at most 60 kB of typefaces for its text', () => {
  for (const { file, html } of pages) {
    const text = typefacesAhead(html).filter((href) => !href.includes('KaTeX'));
    expect(text.length, file).toBeGreaterThan(0);
    const sum = text.reduce((total, href) => total + bytes(href), 0);
    expect(sum, file).toBeLessThanOrEqual(60_000);
  }
});

test('the typefaces hold every letter that a page writes', () => {
  const ranges = Object.values(characters).flatMap((list) =>
    list.split(',').map((range) =>
      range
        .slice(2)
        .split('-')
        .map((code) => Number.parseInt(code, 16)),
    ),
  );
  const isHeld = (code: number): boolean =>
    ranges.some(([first, last = first]) => code >= (first ?? 0) && code <= (last ?? 0));
  const missing = new Set<string>();
  for (const { html } of pages) {
    const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, ' ').replace(/<[^>]*>/g, ' ');
    for (const [letter] of text.matchAll(/[\p{Script=Latin}\p{Script=Greek}\d–—‘’“”…−×]/gu)) {
      if (!isHeld(letter.codePointAt(0) ?? 0)) missing.add(letter);
    }
  }
  expect([...missing]).toEqual([]);
});
