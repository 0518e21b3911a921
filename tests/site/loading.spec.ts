import { fileURLToPath } from 'node:url';
import { test, type Page } from '@playwright/test';
import { scriptSizes } from '../../scripts/bench/script-bytes.ts';
import { article, awake, demoOf, expect as expectSoon, rootSite } from './site-test.ts';

/* What a reader is told when scripts don't come. Errors in the console are expected here, so the page is not watched for them. */

/** A script that failed is asked for once more after a second, and the machine may be busy. */
const expect = expectSoon.configure({ timeout: 60_000 });

const scripts = '**/_astro/*.js';
const rawWords = /dynamically imported|module script|Failed to fetch|TypeError/i;

/** Puts the article into a frame of another page, as a site that embeds it would. */
async function embed(page: Page, sandbox: string): Promise<ReturnType<Page['frameLocator']>> {
  await page.goto('/about/');
  await page.evaluate(
    ([address, sandbox]) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', sandbox);
      frame.src = address;
      frame.style.cssText = 'inline-size: 100%; block-size: 40rem';
      document.body.prepend(frame);
    },
    [article, sandbox] as const,
  );
  return page.frameLocator('iframe');
}

test('the CPU engine with its loops in WebAssembly takes at most 12.6 kB beside what runs load on any engine', async () => {
  const site = fileURLToPath(new URL('../../dist/', import.meta.url));
  const sizesOf = async (name: string): Promise<Map<string, number>> => (await scriptSizes(site, name)) ?? new Map();
  const [cpu, ...others] = await Promise.all(
    ['cpu-engine', 'webgl-engine', 'webgpu-engine', 'run-on-page'].map(sizesOf),
  );
  const own = [...(cpu ?? [])].filter(([file]) => !others.some((sizes) => sizes.has(file)));
  expect(own.map(([file]) => file.split(/[.-]/)[0])).toContain('worker');
  expect(own.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(12_600);
});

test('a figure whose script does not come says so, and comes to life at a press once it can', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  await page.route(scripts, (route) => route.abort());
  const figure = page.locator('#erm-vs-mixup');
  const train = demoOf(page, 'erm-vs-mixup').getByRole('button', { name: 'Train' });
  await train.click();
  await expect(figure.getByRole('alert')).toContainText('This figure could not be loaded.');
  await expect(figure).not.toContainText(rawWords);
  // Passing over it is no request; another press that fails is answered again.
  await train.click();
  await expect(figure.getByRole('alert')).toContainText('press again, or reload the page');
  await page.unroute(scripts);
  await train.click();
  await expect(page.locator('astro-island:has([data-demo="erm-vs-mixup"])')).not.toHaveAttribute('ssr', /.*/);
  await expect(figure.getByRole('alert')).toHaveCount(0);
  // The press is not lost.
  await expect(demoOf(page, 'erm-vs-mixup')).toHaveAttribute('data-step', /^[1-9]/);
});

test('a page older than the site it came from offers to reload, and works after that', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  await page.route(scripts, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  const figure = page.locator('#erm-vs-mixup');
  await demoOf(page, 'erm-vs-mixup').getByRole('button', { name: 'Train' }).click();
  const reload = figure.getByRole('button', { name: 'Reload the page' });
  await expect(reload).toBeVisible();
  await page.unroute(scripts);
  const loaded = page.waitForEvent('load');
  await reload.click();
  await loaded;
  await expect(reload).toHaveCount(0);
  await awake(page, 'erm-vs-mixup');
});

test('a part of a figure that does not come is told in words, and the figure goes on from there', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  await page.route(scripts, (route) => route.abort());
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect(demo.locator('.notices')).toContainText('could not be loaded');
  await expect(demo.locator('.notices')).toContainText('reload the page');
  await expect(demo).not.toContainText(rawWords);
});

test('in a closed frame figures say that they show stored results, and where they run', async ({ page }) => {
  const frame = await embed(page, 'allow-scripts');
  await expect(frame.locator('#erm-vs-mixup').getByRole('alert')).toContainText('It can’t run here');
  await expect(frame.locator('#erm-vs-mixup').getByRole('link', { name: 'Open the page by itself' })).toHaveAttribute(
    'href',
    `${rootSite()}${article}`,
  );
  await expect(frame.locator('#erm-vs-mixup svg').first()).toBeVisible();
});

test('in a frame without scripts figures say that their controls do nothing', async ({ page }) => {
  const frame = await embed(page, '');
  await expect(frame.locator('#erm-vs-mixup noscript p', { hasText: 'stored results' })).toContainText(
    'Its controls need JavaScript',
  );
  await expect(frame.locator('#erm-vs-mixup svg').first()).toBeVisible();
});
