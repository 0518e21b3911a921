import type { Locator } from '@playwright/test';
import { article, expect, test } from './site-test.ts';

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

const boxOf = async (element: Locator): Promise<Box> => (await element.boundingBox()) as Box;
const rightOf = async (element: Locator): Promise<number> => {
  const { x, width } = await boxOf(element);
  return x + width;
};

test('footnotes and terms open by mouse and keyboard, close again, and terms break across lines and lead to the glossary', async ({
  page,
}) => {
  await page.goto(article);
  await test.step('a footnote opens below the paragraph that refers to it, and closes again', async () => {
    const mark = page.locator('a[data-footnote-ref]').first();
    const note = page.locator('.note-here');
    const said = await page.locator('.footnotes li').first().locator('p').first().textContent();
    await mark.click();
    await expect(mark).toHaveAttribute('aria-expanded', 'true');
    expect(said).toContain((await note.textContent())?.trim());
    const paragraph = page.locator('.prose p:has(+ .note-here)');
    await expect(paragraph.locator('a[data-footnote-ref]').first()).toBeInViewport();
    await mark.press('Escape');
    await expect(note).toHaveCount(0);
    await mark.press('Space');
    await expect(note).toBeVisible();
  });

  const term = page.getByRole('button', { name: 'virtual example' });
  const card = page.locator('.term-card:popover-open');
  await term.click();
  await expect(card).toContainText('An example made from real ones');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  expect((await boxOf(card)).x, 'in the margin').toBeGreaterThanOrEqual(await rightOf(page.locator('.prose')));
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

  await page.setViewportSize({ width: 320, height: 800 });
  const broken = await page
    .locator('.prose > p .term')
    .evaluateAll((terms) => terms.filter((mark) => mark.getClientRects().length > 1).length);
  expect(broken, 'long terms on a phone').toBeGreaterThan(0);

  await term.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/glossary\/#virtual-example$/);
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap opens a definition inside the window, and a tap elsewhere closes it', async ({ page }) => {
    await page.goto(article);
    const card = page.locator('.term-card:popover-open');
    await page.getByRole('button', { name: 'mini-batch' }).first().tap();
    const { x, width } = await boxOf(card);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(card).toHaveCount(0);

    // Wherever the term stands in the window, its line and the next two are free.
    const term = page.locator('.prose > p .term').first();
    for (const place of [0.1, 0.5, 0.9]) {
      await term.evaluate((mark, at) => {
        const { top } = mark.getBoundingClientRect();
        scrollTo({ top: scrollY + top - at * innerHeight, behavior: 'instant' });
      }, place);
      await term.tap();
      const [line, shown] = [await boxOf(term), await boxOf(card)];
      const isFree = shown.y > line.y + 3 * line.height || shown.y + shown.height < line.y;
      expect(isFree, `at ${place} of the window`).toBe(true);
      await page.keyboard.press('Escape');
    }
  });
});

test('the glossary leads to letters below its bar, and finds terms by what they say', async ({ page }) => {
  await page.goto('/glossary/');
  await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'S', exact: true }).click();
  const first = page.locator('#letter-s .glossary > div').first();
  await expect.poll(async () => Math.round((await boxOf(first)).y)).toBeLessThan(200);
  await expect.poll(async () => (await boxOf(page.locator('.jump'))).y).toBe(0);
  const bar = await boxOf(page.locator('.jump'));
  expect((await boxOf(first)).y).toBeGreaterThanOrEqual(Math.floor(bar.height));

  const shown = page.locator('.glossary > div:visible');
  const all = await shown.count();
  await page.getByRole('textbox', { name: 'Find a term' }).fill('ablation');
  await expect(shown.first()).toHaveAttribute('id', 'ablation');
  expect(await shown.count()).toBeLessThan(all / 4);
  await page.getByRole('textbox', { name: 'Find a term' }).fill('no such term');
  await expect(page.locator('.no-term')).toBeVisible();
});
