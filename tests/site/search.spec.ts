import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, test } from './site-test.ts';

const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/* One visit, one search: what is found and how it ranks is tried in tests/unit/search. */

test('search opens by key and button, is worked by keys alone, and leads to a section, term or figure', async ({
  page,
}) => {
  await page.goto('/about/');
  const field = page.getByRole('combobox', { name: 'Search' });
  const options = page.locator('dialog').getByRole('option');
  const chosen = page.locator('dialog').getByRole('option', { selected: true });
  const status = page.locator('dialog').getByRole('status');

  await test.step('a download that fails is told in words, and can be tried again', async () => {
    await page.route('**/passages.json', (route) => route.fulfill({ body: 'Not an index' }));
    // A page that has only just arrived may not listen yet.
    await expect(async () => {
      await page.locator('body').press('/');
      await expect(field).toBeFocused({ timeout: 1000 });
    }).toPass();
    await expect(status).toHaveText('The search could not be loaded. Check the connection and try again.');
    await page.unroute('**/passages.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(status).toHaveText('Type a word to search articles, figures and terms.');
  });

  await test.step('nothing is found in words, and what is near in spelling is', async () => {
    await field.fill('qqqqqqqq');
    await expect(status).toHaveText('Nothing here says “qqqqqqqq”, nor anything near it.');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await field.fill('mixpu');
    await expect(status).toHaveText(/^Nothing here says “mixpu”\. Nearest in spelling:.* mixup/);
  });

  await test.step('arrows choose, and what is chosen is told to who does not see it', async () => {
    await field.fill('vicinal risk');
    await expect(options.first()).toContainText('Vicinal risk minimization');
    await expect(chosen).toHaveCount(1);
    const [first, second] = [await options.nth(0).getAttribute('id'), await options.nth(1).getAttribute('id')];
    await expect(field).toHaveAttribute('aria-activedescendant', first ?? '');
    await field.press('ArrowDown');
    await expect(field).toHaveAttribute('aria-activedescendant', second ?? '');
    await expect(chosen).toHaveAttribute('id', second ?? '');
    await field.press('ArrowUp');
    await field.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('pictures of articles come along', async () => {
    const picture = page.locator('.result-picture img').first();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  });

  await test.step('axe finds nothing in it', async () => {
    await page.evaluate(axeScript);
    const violations = await page.evaluate(async () => {
      const found = await (window as unknown as { axe: typeof axe }).axe.run('dialog', { resultTypes: ['violations'] });
      return found.violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });

  await test.step('Escape closes it and gives the focus back; Enter opens what is chosen, on this page too', async () => {
    await field.press('Escape');
    await expect(page.locator('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(field).toBeFocused();
    await field.press('Escape');
    await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
    await page.getByRole('button', { name: 'Search' }).press('Enter');
    await field.fill('convex hull');
    await field.press('Enter');
    await expect(page).toHaveURL(/\/glossary\/#convex-hull$/);
  });
});
