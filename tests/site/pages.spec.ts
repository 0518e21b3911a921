import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { article, articles, awake, demoNames, demoOf, expect, recordShifts, shiftsOf, test } from './site-test.ts';

const paths = ['/', '/articles/', ...articles, '/results/', '/glossary/', '/about/', '/404.html'];
const widths = [360, 768, 1440];

for (const path of paths) {
  for (const width of widths) {
    test(`${path} at ${width} px: nothing moves, nothing is too wide, and axe finds nothing in light or dark`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await recordShifts(page);
      await page.goto(path);
      await scrollThrough(page);
      for (const name of await demoNames(page)) await awake(page, name);
      if (path === article) await trainFor(demoOf(page, 'erm-vs-mixup'), 1500);
      expect(await shiftsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // Dark colors are looked at on a phone and on a desk; between the two nothing but the width changes.
      for (const colorScheme of width === 768 ? (['light'] as const) : (['light', 'dark'] as const)) {
        await page.emulateMedia({ colorScheme });
        expect(await violationsOf(page, colorScheme), colorScheme).toEqual([]);
      }
    });
  }
}

/** Scrolls to the end as a hasty reader does. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 500) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });
}

/** Trains a demo for some time and pauses it. */
async function trainFor(demo: Locator, milliseconds: number): Promise<void> {
  await demo.getByRole('button', { name: 'Train' }).click();
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/, { timeout: 60_000 });
  await demo.page().waitForTimeout(milliseconds);
  await demo.getByRole('button', { name: 'Pause' }).click();
}

/** What axe finds, and where. The dark scheme differs from the light one in nothing but colors. */
async function violationsOf(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ['violations'],
      ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }),
    })
    // All frames are of this host; collecting results in a page of its own takes twice the time of the rules.
    .setLegacyMode()
    .analyze();
  return violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test('every control of the article is reached and shown with the Tab key', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, 'erm-vs-mixup');
  const expected = await demo.locator('button:enabled, select, input:enabled, summary').count();
  const seen = new Set<string>();
  await demo.getByRole('button').first().focus();
  for (let n = 0; n < expected + 20; n += 1) {
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      // What a focused element shows is what is lost when the focus leaves it, on itself or on what is drawn inside.
      const looks = (): string =>
        [element, ...element.querySelectorAll('*')]
          .map((one) => getComputedStyle(one))
          .map((style) =>
            [style.outline, style.boxShadow, style.stroke, style.strokeWidth, style.opacity, style.visibility].join(),
          )
          .join('|');
      const focused = looks();
      element.blur();
      const visible = looks() !== focused;
      element.focus({ focusVisible: true } as FocusOptions);
      return {
        inside: element.closest('[data-demo="erm-vs-mixup"]') !== null,
        visible,
        name: element.outerHTML.slice(0, 160),
      };
    });
    if (!focus.inside) break;
    expect(focus.visible, focus.name).toBe(true);
    seen.add(focus.name);
    await page.keyboard.press('Tab');
  }
  // One radio button of a group and one point or handle of each surface take the focus for all.
  expect(seen.size).toBeGreaterThanOrEqual(expected - 3);
});

test('an unknown address answers with the page that says so, and leads back', async ({ page }) => {
  const response = await page.request.get('/no-such-page/');
  expect(response.status()).toBe(404);
});
