import type { CDPSession, Page } from '@playwright/test';
import { article, expect, test } from './site-test.ts';

/** A line of so many megabits a second, whose answers take so many ms; the page is told of it as it would be of a real one. */
async function onLine(page: Page, megabits: number, latency: number): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  const bytes = (megabits * 1_000_000) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  return session;
}

/** Whether what an element shows is set in typefaces that came with the page. */
async function isOwnTypeface(session: CDPSession, selector: string): Promise<boolean> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.length > 0 && fonts.every(({ isCustomFont }) => isCustomFont);
}

const title = 'main h1';

test('on a slow line the text does not wait for typefaces: they come behind it, and the next page is set in them', async ({
  page,
}) => {
  const session = await onLine(page, 1.6, 150);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/fonts/')) asked.push(request.url());
  });
  await page.goto(article, { waitUntil: 'domcontentloaded' });
  expect(asked, 'typefaces asked for before the text was read').toEqual([]);
  await expect(page.locator('link[rel=preload][as=font]'), 'those of formulas').toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('mixup.typefaces')), 'typefaces that are at hand')
    .toBe('kept');
  expect(asked.length, 'typefaces that came behind the page').toBeGreaterThan(2);
  expect(await isOwnTypeface(session, title), 'a page keeps the typeface that it began with').toBe(false);

  await page.goto('/articles/cifar/');
  expect(await isOwnTypeface(session, title), 'the next page').toBe(true);
  expect(await isOwnTypeface(session, 'header nav a'), 'its menu').toBe(true);
  await session.detach();
});

test('on a quick line the first page is set in its typefaces already', async ({ page }) => {
  const session = await onLine(page, 20, 10);
  await page.goto(article);
  expect(await page.locator('link[rel=preload][as=font]').count()).toBeGreaterThan(3);
  expect(await isOwnTypeface(session, title)).toBe(true);
  expect(await isOwnTypeface(session, 'header nav a')).toBe(true);
  await session.detach();
});

test('who saves data is not sent the typefaces of the text', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, downlink: 10 } });
  });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/fonts/')) asked.push(request.url());
  });
  await page.goto(article, { waitUntil: 'networkidle' });
  expect(asked).toEqual([]);
});
