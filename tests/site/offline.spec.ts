import { rmSync } from 'node:fs';
import { test, type BrowserContext, type Page } from '@playwright/test';
import { serveFolder } from '../../scripts/static-server.mjs';
import { writeWorker } from '../../src/build/offline/offline.ts';
import { copyOf, nextDeploy } from './second-deploy.ts';
import { awake, demoOf, expect } from './site-test.ts';

/* The service worker, below a path. Connections that fail are the subject here, so that the console is not watched for them. */

const base = '/mixup/';
const article = `${base}articles/what-is-mixup/`;
const name = 'blend-batch';

/** A host whose site can be taken away and replaced. */
async function startHost(
  first: string,
): Promise<{ origin: string; publish: (folder: string) => Promise<void>; stop: () => Promise<void> }> {
  let served = await serveFolder(first, { base });
  const { port } = served;
  return {
    origin: `http://127.0.0.1:${port}`,
    publish: async (folder) => {
      await served.close().catch(() => undefined);
      served = await serveFolder(folder, { base, port });
      expect(served.port).toBe(port);
    },
    stop: () => served.close(),
  };
}

/** The addresses of all that is kept, by their paths. */
const keptPaths = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });

/** Draws another batch in the figure of the page, which is asleep. */
async function expectDemoRuns(page: Page): Promise<void> {
  const demo = await awake(page, name);
  await demo.getByRole('button', { name: 'Draw another batch' }).click();
  await expect(demo.locator('.seed')).toHaveText('seed 2');
}

const folders: string[] = [];
test.afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('what was read opens without a connection and its demo runs, an old page outlives a new version, and a switch takes all away', async ({
  browser,
}) => {
  // A browser may put off twice what a new worker does.
  test.setTimeout(240_000);
  const [first, second] = [copyOf('dist-base'), await nextDeploy('dist-base', base)];
  folders.push(first, second);
  const host = await startHost(first);
  const context: BrowserContext = await browser.newContext({ baseURL: host.origin, serviceWorkers: 'allow' });
  const page = await context.newPage();

  await test.step('a first visit keeps the page, the opening, the glossary and the search', async () => {
    await page.goto(`${article}?engine=cpu`);
    // What is kept for later waits until what the reader came for has come.
    await page.waitForTimeout(2000);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    const paths = [article, base, `${base}glossary/`, `${base}search/passages.json`];
    await expect.poll(() => keptPaths(page), { timeout: 60_000 }).toEqual(expect.arrayContaining(paths));
  });

  await test.step('without a connection the page comes again, its demo runs, and words are found', async () => {
    await host.stop();
    await page.reload();
    await expectDemoRuns(page);
    await page.locator('body').press('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('soft label');
    await page.getByRole('option', { name: /^Soft label/ }).click();
    await expect(page).toHaveURL(/\/mixup\/glossary\/#soft-label$/);
    await page.goto(`${base}about/`);
    await expect(page.getByRole('heading')).toHaveText('No connection');
  });

  await test.step('a page that was open before a new version says that there is one, and its demo runs', async () => {
    await host.publish(first);
    await page.goto(`${article}?engine=cpu`);
    await host.publish(second);
    const other = await context.newPage();
    await other.goto(`${base}glossary/`);
    await expect(page.locator('kept-pages')).toContainText('A newer version of this page was published.', {
      timeout: 60_000,
    });
    await expectDemoRuns(page);
    // It takes over when the worker before it has nothing left to do, which a busy machine may put off to a later visit.
    await expect(async () => {
      await other.reload();
      await expect
        .poll(() => keptPaths(other), { timeout: 15_000 })
        .toContainEqual(expect.stringMatching(/\.next\.js$/));
    }).toPass({ timeout: 90_000 });
  });

  await test.step('where nothing was kept, an old page says that it is old, and comes back as it was', async () => {
    const without = await browser.newContext({ baseURL: host.origin, serviceWorkers: 'block' });
    const old = await without.newPage();
    await host.publish(first);
    await old.goto(`${article}?engine=cpu`);
    await host.publish(second);
    await demoOf(old, name).getByRole('button', { name: 'Draw another batch' }).click();
    const alert = old.locator(`#${name}`).getByRole('alert');
    await expect(alert).toContainText('A newer version of this page was published');
    await alert.getByRole('button', { name: 'Reload the page' }).click();
    await expect(old).toHaveURL(/\?engine=cpu/);
    await expectDemoRuns(old);
    await without.close();
  });

  await test.step('a worker that is no longer wanted removes itself and everything that was kept', async () => {
    await writeWorker(second, base, false);
    const left = (): Promise<number> =>
      page.evaluate(
        async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length,
      );
    await expect(async () => {
      await page.goto(`${base}glossary/`);
      await expect.poll(left, { timeout: 15_000 }).toBe(0);
    }).toPass({ timeout: 90_000 });
  });

  await context.close();
  await host.stop();
});
