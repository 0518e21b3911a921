import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { expectSome } from '../expect-some.ts';

/* Built files as they are: `dist` was not told where it is published, `dist-base` was. */

const home = 'https://mixup.example.org/mixup/';
const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');
const pagesOf = (folder: string): string[] => expectSome(globSync('**/*.html', { cwd: folder }), 'pages');
const addresses = (xml: string, element: string): string[] =>
  Array.from(xml.matchAll(new RegExp(`<${element}[^>]*>([^<]+)</${element}>`, 'g')), ([, address = '']) => address);

/** What a page says of itself to search engines. */
function dataOf(html: string): { readonly [name: string]: unknown } | undefined {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return text === undefined ? undefined : (JSON.parse(text) as { readonly [name: string]: unknown });
}

test('a site that nobody said an address of makes none up, and links to no feed', () => {
  const withAddress = /example\.org|rel="canonical"|og:url|rss\.xml|feed\.json|sitemap/;
  const texts = globSync('**/*.{html,txt,xml,json}', { cwd: 'dist' });
  expect(expectSome(texts, 'texts').filter((file) => withAddress.test(read('dist', file)))).toEqual([]);
  expect(globSync('{rss.xml,feed.json,sitemap*}', { cwd: 'dist' })).toEqual([]);
  expect(dataOf(read('dist', 'articles/what-is-mixup/index.html'))).not.toHaveProperty('url');
});

test('nothing is published but what the site is made of', () => {
  const hidden = expectSome(globSync('**/.*', { cwd: 'dist' }), 'hidden files').filter((file) => file !== '.nojekyll');
  expect(hidden).toEqual([]);
  expect(existsSync('dist/.nojekyll')).toBe(true);
});

test('the feed names itself, and carries every article in full with nothing but full addresses', () => {
  const rss = read('dist-base', 'rss.xml');
  expect(rss).toContain(`<atom:link href="${home}rss.xml" rel="self" type="application/rss+xml"/>`);
  const feed = JSON.parse(read('dist-base', 'feed.json')) as {
    feed_url: string;
    items: { url: string; title: string; content_html: string; date_published: string }[];
  };
  expect(feed.feed_url).toBe(`${home}feed.json`);
  expect(feed.items.map(({ url }) => url)).toEqual(addresses(rss, 'guid'));
  for (const { url, content_html: content } of expectSome(feed.items, 'articles')) {
    expect(content.length, url).toBeGreaterThan(5000);
    expect(content.match(/(href|src)="(?!https?:|mailto:)[^"]*"/g), url).toBeNull();
    expect(content.match(/<(script|style|button|input|svg|astro-island|form)\b/g), url).toBeNull();
  }
});

test('the map of the site says of every article when it was last changed', () => {
  const map = read('dist-base', 'sitemap-0.xml');
  const entries = map.split('<url>').slice(1);
  const articles = expectSome(
    entries.filter((entry) => /articles\/[\w-]+\//.test(entry)),
    'articles of the map',
  );
  for (const entry of articles) expect(entry).toMatch(/<lastmod>2\d{3}-\d{2}-\d{2}T/);
});

test('an article says what it is, by whom, when, under what license, and which paper it is about', () => {
  for (const file of globSync('articles/*/index.html', { cwd: 'dist-base' })) {
    const html = read('dist-base', file);
    const url = `${home}${file.replace('index.html', '')}`;
    expect(dataOf(html)).toMatchObject({
      '@type': 'BlogPosting',
      url,
      inLanguage: 'en',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      about: { '@type': 'ScholarlyArticle', name: 'mixup: Beyond Empirical Risk Minimization', datePublished: '2018' },
    });
    expect(html).toContain(`<meta name="citation_fulltext_html_url" content="${url}">`);
    expect(html).toContain(`<link rel="canonical" href="${url}">`);
  }
  expect(dataOf(read('dist-base', 'index.html'))).toMatchObject({ '@type': 'Blog', url: home });
});

test('every page that may be found has a card of 1200 by 630 with words for it, and a site without address names none', async () => {
  for (const file of pagesOf('dist-base').filter((page) => page !== '404.html')) {
    const html = read('dist-base', file);
    const card = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(card, file).toMatch(new RegExp(`^${home}cards/`));
    expect(html, file).toMatch(/<meta property="og:image:alt" content="[^"]{20,}"/);
    const { width, height, channels } = await sharp(join('dist-base', card.slice(home.length))).metadata();
    expect({ width, height, channels }, card).toEqual({ width: 1200, height: 630, channels: 4 });
  }
  expect(pagesOf('dist').filter((file) => read('dist', file).includes('og:image'))).toEqual([]);
});

test('figures that have a drawing are pictures in the feed, and the pictures are there', () => {
  const { items } = JSON.parse(read('dist-base', 'feed.json')) as { items: { content_html: string }[] };
  const pictures = items.flatMap(({ content_html: content }) =>
    Array.from(content.matchAll(/<img src="([^"]+\/cards\/figures\/[^"]+)"/g), ([, address = '']) => address),
  );
  const missing = expectSome(pictures, 'pictures').filter(
    (address) => !existsSync(join('dist-base', address.slice(home.length))),
  );
  expect(missing).toEqual([]);
});

test('home screens find icons of the sizes that the manifest says', async () => {
  const { icons, start_url: start } = JSON.parse(read('dist-base', 'manifest.webmanifest')) as {
    icons: { src: string; sizes: string; purpose: string }[];
    start_url: string;
  };
  expect(start).toBe('/mixup/');
  expect(icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src, sizes } of icons) {
    const { width, height } = await sharp(join('dist-base', src.replace('/mixup/', ''))).metadata();
    expect(`${width}x${height}`, src).toBe(sizes);
  }
});

test('every page that may be found says its own address', () => {
  const wrong = pagesOf('dist-base').filter((file) => {
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(read('dist-base', file))?.[1];
    return file === '404.html' ? canonical !== undefined : canonical !== `${home}${file.replace('index.html', '')}`;
  });
  expect(wrong).toEqual([]);
});
