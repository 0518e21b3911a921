import type { Page } from '@playwright/test';
import { article, expect, test } from './site-test.ts';

/** Counts the parts that wait for their layout, when the page has been read and when it is asked for. */
async function watchParts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset['leftAtFirst'] = String(
        [...document.querySelectorAll('main *')].filter((part) => getComputedStyle(part).contentVisibility === 'auto')
          .length,
      );
    });
  });
}

const leftAtFirst = async (page: Page): Promise<number> =>
  Number(await page.locator('html').getAttribute('data-left-at-first'));
const leftNow = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('main *')].filter((part) => getComputedStyle(part).contentVisibility === 'auto')
        .length,
  );
const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

test('a phone lays out the first view of a page first, the rest soon after, and the page is as long as ever', async ({
  page,
}) => {
  await watchParts(page);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/', '/results/', article]) {
    await page.goto(path);
    expect(await leftAtFirst(page), `parts of ${path} left for later`).toBeGreaterThan(3);
    await expect.poll(() => leftNow(page), `parts of ${path} still left`).toBe(0);
    const height = await heightOf(page);
    await page.reload();
    expect(await leftAtFirst(page), `parts of ${path} left when it is come back to`).toBe(0);
    // To a line: typefaces that were late the first time are in time now.
    expect(Math.abs((await heightOf(page)) - height), `change of the length of ${path}`).toBeLessThan(30);
  }
});

test('a page opened at a place in it, and any page on a wide window, is laid out whole', async ({ page }) => {
  await watchParts(page);
  await page.goto(article);
  expect(await leftAtFirst(page)).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${article}#references`);
  expect(await leftAtFirst(page)).toBe(0);
});
