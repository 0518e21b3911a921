import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { recordSite } from '../../../src/build/offline/record-site.ts';
import { filesOfPage, versionOf, versionTag } from '../../../src/offline/site-record.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const head = `<head>${versionTag('0')}</head>`;
const files = {
  'index.html': `${head}<link rel="stylesheet" href="/blog/_astro/style.a1.css"><script src="/blog/_astro/menu.b2.js"></script>`,
  '404.html': head,
  'bench/index.html': head,
  'articles/iris/index.html': `${head}<astro-island component-url="/blog/_astro/Iris.c3.js"><img src="/blog/pictures/cat.svg">`,
  '_astro/style.a1.css': '@font-face{src:url(/blog/_astro/Exotic.f6.woff2)}',
  '_astro/Exotic.f6.woff2': '',
  '_astro/menu.b2.js': 'import("./search.d4.js")',
  '_astro/search.d4.js': 'fetch(base+"search/passages.json")',
  '_astro/Iris.c3.js': 'import"./engine.e5.js";const t=`iris`;__vite__mapDeps=["_astro/lazy.g7.js"]',
  '_astro/engine.e5.js': 'new Worker(new URL(`/blog/_astro/worker-h8.js`,``+import.meta.url));import"./Iris.c3.js"',
  '_astro/worker-h8.js': '',
  '_astro/lazy.g7.js': '',
  'data/iris.csv': 'a',
  'data/wine.csv': 'b',
  'pictures/cat.svg': '',
  'search/passages.json': '[]',
  'search/iris-dark.webp': '',
  'results/iris.csv': '',
};

function built(changes: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'built-'));
  folders.push(folder);
  for (const [file, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

test('a page needs its scripts with all that they import, start and fetch, and no typeface that it does not name', () => {
  const record = recordSite(built(), '/blog/');
  expect(filesOfPage(record, 'articles/iris/').sort()).toEqual([
    '_astro/Iris.c3.js',
    '_astro/engine.e5.js',
    '_astro/lazy.g7.js',
    '_astro/worker-h8.js',
    'data/iris.csv',
    'pictures/cat.svg',
  ]);
  expect(filesOfPage(record, '').sort()).toEqual([
    '_astro/menu.b2.js',
    '_astro/search.d4.js',
    '_astro/style.a1.css',
    'search/iris-dark.webp',
    'search/passages.json',
  ]);
});

test('a machine’s measure and the page for who is lost are never kept; the first page is at once', () => {
  const { pages, first } = recordSite(built(), '/blog/');
  expect(Object.keys(pages).sort()).toEqual(['', 'articles/iris/']);
  expect(first).toEqual(['']);
});

test('each page says its version, which changes with the page alone; the site’s changes with any file', () => {
  const folder = built();
  const record = recordSite(folder, '/blog/');
  const versionIn = (file: string): string | undefined => versionOf(readFileSync(join(folder, file), 'utf8'));
  expect(versionIn('index.html')).toBe(record.pages['']?.[0]);
  expect(versionIn('index.html')).not.toBe(versionIn('articles/iris/index.html'));
  // Built again from the same sources, or recorded twice, it is the same.
  expect(recordSite(folder, '/blog/')).toEqual(record);
  expect(recordSite(built(), '/blog/')).toEqual(record);

  const other = recordSite(built({ 'data/wine.csv': 'changed' }), '/blog/');
  expect(other.version).not.toBe(record.version);
  expect(other.pages).toEqual(record.pages);
  const edited = recordSite(built({ 'index.html': `${files['index.html']}!` }), '/blog/');
  expect(edited.pages['articles/iris/']).toEqual(record.pages['articles/iris/']);
  expect(edited.pages['']).not.toEqual(record.pages['']);
});
