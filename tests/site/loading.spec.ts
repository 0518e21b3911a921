import { fileURLToPath } from 'node:url';
import { test, type Page } from '@playwright/test';
import { scriptSizes } from '../../scripts/bench/script-bytes.ts';
import { awake, demoOf, expect as expectSoon, rootSite } from './site-test.ts';

/* What a reader is told when scripts don't come. Errors in the console are expected here, so the page is not watched for them. */

/** A script that failed is asked for once more after a second, and the machine may be busy. */
const expect = expectSoon.configure({ timeout: 60_000 });

const scripts = '**/_astro/*.js';
const rawWords = /dynamically imported|module script|Failed to fetch|TypeError/i;

/** A short page, and its figure. */
const [short, name] = ['/articles/what-is-mixup/', 'blend-batch'] as const;

/** Puts an article into a frame of another page, as a site that embeds it would. */
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
    [short, sandbox] as const,
  );
  return page.frameLocator('iframe');
}

test('the CPU engine with its loops in WebAssembly takes at most 12.3 kB beside what runs load on any engine', async () => {
  const site = fileURLToPath(new URL('../../dist/', import.meta.url));
  const sizesOf = async (name: string): Promise<Map<string, number>> => (await scriptSizes(site, name)) ?? new Map();
  const [cpu, ...others] = await Promise.all(
    ['cpu-engine', 'webgl-engine', 'webgpu-engine', 'run-on-page'].map(sizesOf),
  );
  const own = [...(cpu ?? [])].filter(([file]) => !others.some((sizes) => sizes.has(file)));
  expect(own.map(([file]) => file.split(/[.-]/)[0])).toContain('worker');
  expect(own.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(12_300);
});

test('what does not come is told in words, and comes to life at a press once it can', async ({ page }) => {
  await page.goto(`${short}?engine=cpu`);
  const figure = page.locator(`#${name}`);
  const demo = demoOf(page, name);
  const draw = demo.getByRole('button', { name: 'Draw another batch' });

  await test.step('a page older than the site it came from offers to reload, and works after that', async () => {
    await page.route(scripts, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await draw.click();
    const reload = figure.getByRole('button', { name: 'Reload the page' });
    await expect(reload).toBeVisible();
    await page.unroute(scripts);
    const loaded = page.waitForEvent('load');
    await reload.click();
    await loaded;
    await expect(reload).toHaveCount(0);
    await awake(page, name);
  });

  await test.step('a part of a figure that does not come is told in words, and the figure goes on from there', async () => {
    await page.route(scripts, (route) => route.abort());
    await draw.click();
    await expect(demo.locator('.notices')).toContainText('could not be loaded');
    await expect(demo.locator('.notices')).toContainText('reload the page');
    await expect(demo).not.toContainText(rawWords);
    await page.unroute(scripts);
  });

  await test.step('a figure whose script does not come says so, and comes to life at a press once it can', async () => {
    // A pointer that rests on it would wake it, and so would its place in the window.
    await page.mouse.move(0, 0);
    await page.goto('about:blank');
    await page.goto(`${short}?engine=cpu`);
    await page.route(scripts, (route) => route.abort());
    await draw.click();
    await expect(figure.getByRole('alert')).toContainText('This figure could not be loaded.');
    await expect(figure).not.toContainText(rawWords);
    // Passing over it is no request; another press that fails is answered again.
    await draw.click();
    await expect(figure.getByRole('alert')).toContainText('press again, or reload the page');
    await page.unroute(scripts);
    await draw.click();
    await expect(page.locator(`astro-island:has([data-demo="${name}"])`)).not.toHaveAttribute('ssr', /.*/);
    await expect(figure.getByRole('alert')).toHaveCount(0);
    // The press is not lost.
    await expect(demo.locator('.seed')).toHaveText('seed 2');
  });
});

test('in a closed frame figures say that they show stored results, and where they run', async ({ page }) => {
  const frame = await embed(page, 'allow-scripts');
  await expect(frame.locator(`#${name}`).getByRole('alert')).toContainText('It can’t run here');
  await expect(frame.locator(`#${name}`).getByRole('link', { name: 'Open the page by itself' })).toHaveAttribute(
    'href',
    `${rootSite()}${short}`,
  );
  await expect(frame.locator(`#${name} svg`).first()).toBeVisible();
});

test('in a frame without scripts figures say that their controls do nothing', async ({ page }) => {
  const frame = await embed(page, '');
  await expect(frame.locator(`#${name} noscript p`, { hasText: 'stored results' })).toContainText(
    'Its controls need JavaScript',
  );
  await expect(frame.locator(`#${name} svg`).first()).toBeVisible();
});
