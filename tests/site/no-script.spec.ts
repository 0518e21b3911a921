import { article, expect, test } from './site-test.ts';

test.use({ javaScriptEnabled: false });

test('with JavaScript off the article shows text, maths, both figures and their captions', async ({ page }) => {
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const words = (await page.locator('main').innerText()).split(/\s+/).length;
  expect(words).toBeGreaterThan(900);
  expect(await page.locator('.katex-display').count()).toBeGreaterThanOrEqual(3);
  expect(await page.locator('.katex-base').count()).toBeGreaterThan(10);
  for (const name of ['erm-vs-mixup', 'mix-digits']) {
    const figure = page.locator(`figure#${name}`);
    await expect(figure.locator('figcaption strong').first()).toBeVisible();
    const drawing = figure.locator('[data-demo] svg').first();
    await expect(drawing).toBeVisible();
    expect(await figure.locator('[data-demo] svg path').count()).toBeGreaterThan(5);
    await expect(figure.locator('[data-demo]')).toHaveAttribute('data-state', 'idle');
  }
});

test('with JavaScript off words that set a figure are links, and definitions open', async ({ page }) => {
  await page.goto(article);
  await expect(page.locator('set-figure a').first()).toHaveAttribute('href', /\?v=1&.*#/);
  await page.locator('button.term').first().click();
  await expect(page.locator('.term-card:popover-open')).toBeVisible();
});
