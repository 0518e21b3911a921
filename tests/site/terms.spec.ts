import { article, expect, test } from './site-test.ts';

test('a term opens its definition by mouse and keyboard, closes it again, and leads to the glossary', async ({
  page,
}) => {
  await page.goto(article);
  const term = page.getByRole('button', { name: 'convex combinations' });
  const card = page.locator('.term-card:popover-open');
  await term.click();
  await expect(card).toContainText('A weighted average');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  await term.click();
  await expect(card).toHaveCount(0);

  for (const key of ['Enter', 'Space']) {
    await term.press(key);
    await expect(card).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(term).toBeFocused();
    await expect(term).toHaveAttribute('aria-expanded', 'false');
  }

  await term.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/#convex-combination$/);
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap opens a definition inside the window, and a tap elsewhere closes it', async ({ page }) => {
    await page.goto(article);
    const card = page.locator('.term-card:popover-open');
    await page.getByRole('button', { name: 'neural network' }).tap();
    const { x, width } = (await card.boundingBox()) as { x: number; width: number };
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(card).toHaveCount(0);
  });
});

test('a long term breaks across lines on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(article);
  const broken = await page
    .locator('.prose > p .term')
    .evaluateAll((terms) => terms.filter((term) => term.getClientRects().length > 1).length);
  expect(broken).toBeGreaterThan(0);
});
