import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { expectSome } from '../expect-some.ts';

/* The page for authors as it was built; it also is the page with a picture and a film of its own. */

const read = (folder: string): string => readFileSync(join(folder, 'authors/index.html'), 'utf8');
/** What can be read on it, folded or not. */
const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Means with their intervals in baked results, by their keys. */
function paths(value: unknown, keys: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if ('mean' in value && 'halfWidth' in value) return Array.isArray(value.mean) ? [] : [keys.join('.')];
  return Object.entries(value).flatMap(([key, one]) => paths(one, [...keys, key]));
}

function elementsOf(html: string, name: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}

const text = (element: Element | undefined, name: string): string => {
  const value = element?.properties[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
};

test('the page for authors names every component, figure, data set and number that there is', () => {
  const words = wordsOf(read('dist'));
  const components = readFileSync('src/components/mdx-components.ts', 'utf8')
    .match(/\.\/\{([\w,]+)\}/)?.[1]
    ?.split(',');
  const figures = globSync('src/islands/!(kit)/*.astro').flatMap((file) => {
    const [room = '', name = ''] = file.split(/[\\/]/).slice(-2);
    return name.replace('.astro', '').toLowerCase() === room.replaceAll('-', '') ? [name.replace('.astro', '')] : [];
  });
  const results = globSync('content/results/*.json').flatMap((file) => {
    const { conditions, results: means } = JSON.parse(readFileSync(file, 'utf8')) as {
      conditions?: { condition: string; measures: unknown }[];
      results?: unknown;
    };
    return conditions ? conditions.flatMap(({ condition, measures }) => paths(measures, [condition])) : paths(means);
  });
  const missing = [
    ...expectSome(components ?? [], 'components').map((name) => `<${name}`),
    ...expectSome(figures, 'figures').map((name) => `<${name} />`),
    ...expectSome(readdirSync('public/data'), 'data sets'),
    ...expectSome(results, 'results'),
  ].filter((name) => !words.includes(name));
  expect(missing).toEqual([]);
});

test('the page for authors is light, and neither in the menu, on the map of the site nor in the search', () => {
  const html = read('dist-base');
  const drawn = html.replace(/<noscript>[\s\S]*?<\/noscript>/g, '');
  expect(drawn.match(/<[a-z]/g)?.length).toBeLessThan(3000);
  expect(wordsOf(html)).not.toMatch(/\bundefined\b|\[object|NaN/);
  expect(readFileSync('dist-base/search/passages.json', 'utf8')).not.toContain('"path":"authors/"');
  expect(readFileSync('dist-base/sitemap-0.xml', 'utf8')).not.toContain('/authors/');
  expect(readFileSync('dist-base/index.html', 'utf8')).not.toContain('/authors/');
});

test('a picture beside an article comes in the sizes that screens need, small, with the room it takes, below the base path', async () => {
  const pictures = elementsOf(read('dist-base'), 'img').filter((image) => text(image, 'className') === 'own-picture');
  for (const image of expectSome(pictures, 'pictures')) {
    expect(text(image, 'loading')).toBe('lazy');
    expect(text(image, 'alt')).toBe('A cat and a dog, side by side');
    const files = [
      text(image, 'src'),
      ...text(image, 'srcSet')
        .split(', ')
        .map((one) => one.split(' ')[0] ?? ''),
    ];
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      expect(file).toMatch(/^\/mixup\/_astro\/.*\.webp$/);
      expect(statSync(join('dist-base', file.replace('/mixup/', ''))).size).toBeLessThan(29_867);
    }
    const { width, height } = await sharp(join('dist-base', (files[0] ?? '').replace('/mixup/', ''))).metadata();
    expect([text(image, 'width'), text(image, 'height')]).toEqual([String(width), String(height)]);
  }
});

test('a film beside an article has its poster, its size and controls, and loads nothing before it is asked for', () => {
  const [film] = expectSome(elementsOf(read('dist-base'), 'video'), 'films');
  for (const name of ['src', 'poster']) {
    const file = text(film, name);
    expect(file).toMatch(/^\/mixup\/_astro\//);
    expect(existsSync(join('dist-base', file.replace('/mixup/', ''))), file).toBe(true);
  }
  expect(film?.properties).toMatchObject({
    width: 640,
    height: 360,
    preload: 'none',
    controls: true,
    playsInline: true,
  });
});
