import { readFileSync } from 'node:fs';
import { baseSite, demoOf, expect, rootSite, test } from './site-test.ts';

/*
 * Addresses are for good: readers have kept them, and other pages link to them. What was once published stays in the list,
 * whatever the site has become since.
 */
const published = JSON.parse(readFileSync('tests/fixtures/published-addresses.json', 'utf8')) as {
  readonly pages: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly string[];
  readonly feed: readonly string[];
  readonly sitemap: readonly string[];
  /** Links that set a figure. */
  readonly settings: readonly string[];
};

/** From the site below a path, which knows its address and so has feeds and a map. */
async function open(path: string, site = baseSite()): Promise<{ status: number; text: string }> {
  const response = await fetch(`${site}${path}`);
  return { status: response.status, text: await response.text() };
}

test('every page that was published opens, and holds every anchor it had', async () => {
  const missing: string[] = [];
  for (const [path, anchors] of Object.entries(published.pages)) {
    const { status, text } = await open(path, rootSite());
    if (status !== 200) missing.push(`${path}: ${status}`);
    const ids = new Set(Array.from(text.matchAll(/\sid="([^"]+)"/g), ([, id]) => id));
    missing.push(...anchors.filter((anchor) => !ids.has(anchor)).map((anchor) => `${path}#${anchor}`));
  }
  expect(Object.keys(published.pages).length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

test('every file that was published opens and is not empty', async () => {
  const missing: string[] = [];
  for (const path of published.files) {
    const { status, text } = await open(path);
    if (status !== 200 || text.length === 0) missing.push(`${path}: ${status}`);
  }
  expect(published.files.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

for (const [name, entries, file, element] of [
  ['the feed', published.feed, '/rss.xml', 'guid'],
  ['the map of the site', published.sitemap, '/sitemap-0.xml', 'loc'],
] as const)
  test(`${name} holds every entry it had`, async () => {
    const { text } = await open(file);
    const addresses = Array.from(text.matchAll(new RegExp(`<${element}[^>]*>([^<]+)`, 'g')), ([, address]) => address);
    const paths = addresses.map((address) => new URL(address as string).pathname.replace('/mixup/', '/'));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => !paths.includes(entry))).toEqual([]);
  });

for (const path of Object.keys(published.pages)) {
  /** The settings of each figure, of the last link that sets it. */
  const settings = new Map<string, string>();
  for (const link of published.settings) {
    const { pathname, search, hash } = new URL(link, 'http://localhost');
    if (pathname === path) settings.set(hash.slice(1), search.replace('?v=1&', ''));
  }
  if (settings.size === 0) continue;
  test(`links that set figures of ${path} still do`, async ({ page }) => {
    await page.goto(`${path}?v=1&engine=cpu&${[...settings.values()].join('&')}`);
    for (const figure of settings.keys()) {
      await expect(page.locator(`astro-island:has([data-demo="${figure}"])`)).not.toHaveAttribute('ssr', /.*/);
      await expect(demoOf(page, figure).locator('.notices')).not.toContainText(/ignored|instead|only the first/);
    }
  });
}
