import { describe, expect, test } from 'vitest';
import { KeptSite } from '../../../src/offline/kept-site.ts';
import { filesOfPage, versionTag, type SiteRecord } from '../../../src/offline/site-record.ts';
import { FakeBrowser } from './fake-browser.ts';

/** A site of three pages: the second has a demo, whose script starts a worker and fetches data. */
const record: SiteRecord = {
  prefix: 'site',
  base: '/blog/',
  version: 'one',
  files: ['_astro/sheet.1.css', '_astro/demo.1.js', '_astro/worker.1.js', 'data/iris.csv', '_astro/other.1.js'],
  needs: [[], [2, 3], [1], [], []],
  pages: { '': ['h1', [0]], 'articles/iris/': ['i1', [0, 1]], 'articles/other/': ['o1', [0, 4]] },
  first: [''],
};
const [demo, page] = ['/blog/_astro/demo.1.js', '/blog/articles/iris/'] as const;

function published(some: SiteRecord = record, browser = new FakeBrowser()): { browser: FakeBrowser; site: KeptSite } {
  for (const file of some.files) browser.host.set(`/blog/${file}`, file);
  for (const [path, [version]] of Object.entries(some.pages))
    browser.host.set(`/blog/${path}`, `<head>${versionTag(version)}</head>${path}`);
  return { browser, site: new KeptSite(some, browser) };
}

const asks = (path: string, mode: string = 'cors', headers: Record<string, string> = {}): Request =>
  Object.defineProperty(new Request(`https://example.org${path}`, { headers }), 'mode', { value: mode });
const textOf = async (answer: Promise<Response> | undefined): Promise<string> =>
  (await answer)?.text() ?? 'not answered';

test('a page needs what its scripts need, to the last worker and file of data, also where they need each other', () => {
  expect(filesOfPage(record, 'articles/iris/').sort()).toEqual(
    ['_astro/demo.1.js', '_astro/sheet.1.css', '_astro/worker.1.js', 'data/iris.csv'].sort(),
  );
  expect(filesOfPage(record, 'nowhere/')).toEqual([]);
});

describe('a page that was read', () => {
  test('opens without a connection, with everything its demo needs, whatever its address asks', async () => {
    const { browser, site } = published();
    await site.keep('articles/iris/');
    browser.isConnected = false;
    expect(await textOf(site.answer(asks(`${page}?v=1&iris.alpha=2`, 'navigate')))).toContain('articles/iris/');
    for (const file of filesOfPage(record, 'articles/iris/'))
      expect(await textOf(site.answer(asks(`/blog/${file}`)))).toBe(file);
  });

  test('is kept with all of its files or not at all, and errors never', async () => {
    const { browser, site } = published();
    browser.host.set(demo, 500);
    await site.keep('articles/iris/');
    expect(await browser.kept()).not.toContain(page);
    expect(await browser.kept()).not.toContain(demo);
  });

  test('is not kept where there is no room for it, which breaks nothing', async () => {
    const { browser, site } = published();
    browser.room = 2;
    expect(await site.keep('articles/iris/')).toBe(false);
    expect(await browser.kept()).not.toContain(page);
    expect(await textOf(site.answer(asks(page, 'navigate')))).toContain('articles/iris/');
  });

  test('comes of the host where there is one, and is the kept one where the host is slow or out of order', async () => {
    const { browser, site } = published();
    await site.keep('articles/iris/');
    browser.host.set(page, 'a newer text');
    expect(await textOf(site.answer(asks(page, 'navigate')))).toBe('a newer text');
    browser.host.set(page, 503);
    expect(await textOf(site.answer(asks(page, 'navigate')))).toContain('articles/iris/');
    browser.isSlow = true;
    expect(await textOf(site.answer(asks(page, 'navigate')))).toContain('articles/iris/');
  });

  test('that is no longer published is said to be gone', async () => {
    const { browser, site } = published();
    await site.keep('articles/iris/');
    browser.host.delete(page);
    expect((await site.answer(asks(page, 'navigate')))?.status).toBe(404);
  });
});

test('a page that was never read says so without a connection', async () => {
  const { browser, site } = published();
  await site.keepFirst();
  browser.isConnected = false;
  const answer = await site.answer(asks('/blog/articles/other/', 'navigate'));
  expect(answer?.status).toBe(503);
  expect(await answer?.text()).toContain('not kept on this device');
  expect(await textOf(site.answer(asks('/blog/', 'navigate')))).toContain('h1');
});

test('other hosts, other sites of the host, forms, parts of files and unknown files are left alone', () => {
  const { site } = published();
  expect(site.answer(new Request('https://elsewhere.org/blog/_astro/demo.1.js'))).toBeUndefined();
  expect(site.answer(asks('/another/page/', 'navigate'))).toBeUndefined();
  expect(site.answer(new Request(`https://example.org${page}`, { method: 'POST' }))).toBeUndefined();
  expect(site.answer(asks(demo, 'cors', { range: 'bytes=0-9' }))).toBeUndefined();
  expect(site.answer(asks('/blog/results/table.csv'))).toBeUndefined();
});

test('a file of data comes of the host first: its content may change under its name', async () => {
  const { browser, site } = published();
  await site.keep('articles/iris/');
  browser.host.set('/blog/data/iris.csv', 'new');
  expect(await textOf(site.answer(asks('/blog/data/iris.csv')))).toBe('new');
});

describe('when a new version is published', () => {
  const second: SiteRecord = {
    ...record,
    version: 'two',
    files: ['_astro/sheet.1.css', '_astro/demo.2.js', '_astro/worker.1.js', 'data/iris.csv', '_astro/other.1.js'],
    pages: { ...record.pages, 'articles/iris/': ['i2', [0, 1]] },
  };

  test('pages of the old one that are open still find their scripts, which the host has deleted', async () => {
    const { browser, site } = published();
    await site.keep('articles/iris/');
    browser.host.clear();
    const { site: newer } = published(second, browser);
    await newer.keepFirst();
    await newer.removeOld();
    expect(await textOf(newer.answer(asks(demo)))).toBe('_astro/demo.1.js');
  });

  test('pages that were kept are kept as they are now, without fetching again what has not changed', async () => {
    const { browser, site } = published();
    await site.keep('articles/iris/');
    const { site: newer } = published(second, browser);
    await newer.keepFirst();
    browser.asked.length = 0;
    await newer.renew();
    expect(browser.asked).not.toContain('/blog/_astro/worker.1.js');
    browser.isConnected = false;
    expect(await textOf(newer.answer(asks(page, 'navigate')))).toContain('i2');
    expect(await textOf(newer.answer(asks('/blog/_astro/demo.2.js')))).toBe('_astro/demo.2.js');
  });

  test('a worker of the old one keeps no page of the new one, and says that there is one', async () => {
    const { browser, site } = published();
    published(second, browser);
    expect(await site.keep('articles/iris/')).toBe(true);
    expect(await browser.kept()).not.toContain(page);
  });

  test('what is older than the version before is removed, and nothing of other sites of the host', async () => {
    const browser = new FakeBrowser();
    await (await browser.caches.open('site / another')).put('https://example.org/', new Response('theirs'));
    for (const version of ['one', 'two', 'three', 'four']) {
      const { site } = published({ ...record, version }, browser);
      await site.keepFirst();
      await site.removeOld();
    }
    expect(await browser.caches.keys()).toEqual(['site / another', 'site /blog/ three', 'site /blog/ four']);
  });
});

test('at most forty pages are kept, those that were read last, and no file that only others need', async () => {
  const many = Array.from({ length: 45 }, (_, k) => `articles/${k}/`);
  const { browser, site } = published({
    ...record,
    files: ['_astro/shared.js', ...many.map((_, k) => `_astro/own.${k}.js`)],
    needs: Array.from({ length: 46 }, () => []),
    pages: { '': ['h', [0]], ...Object.fromEntries(many.map((path, k) => [path, [`v${k}`, [0, k + 1]] as const])) },
  });
  await site.keepFirst();
  for (const path of many) await site.keep(path);
  const kept = await browser.kept();
  const pages = kept.filter((path) => path.endsWith('/'));
  expect(pages).toHaveLength(40);
  expect(pages).toContain('/blog/');
  expect(pages).toContain('/blog/articles/44/');
  expect(pages).not.toContain('/blog/articles/0/');
  expect(kept).not.toContain('/blog/_astro/own.0.js');
  expect(kept).toContain('/blog/_astro/shared.js');
});
