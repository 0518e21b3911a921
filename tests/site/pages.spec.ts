import AxeBuilder from '@axe-core/playwright';
import { article, articles, awake, demoNames, demoOf, expect, recordShifts, shiftsOf, test } from './site-test.ts';

const paths = ['/', '/articles/', ...articles, '/results/', '/glossary/', '/about/', '/404.html'];
const widths = [360, 768, 1440];

for (const path of paths) {
  for (const width of widths) {
    test(`axe finds nothing on ${path} at ${width} px, light and dark, and nothing is wider than the page`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path, { waitUntil: 'networkidle' });
      for (const name of await demoNames(page)) await awake(page, name);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page });
        // The dark scheme differs in nothing but colors.
        if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
        const { violations } = await axe.analyze();
        expect(
          violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
          colorScheme,
        ).toEqual([]);
      }
    });
  }
}

for (const path of ['/', ...articles]) {
  for (const width of widths) {
    test(`nothing moves while ${path} loads and is scrolled at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await recordShifts(page);
      await page.goto(path);
      await page.evaluate(async () => {
        for (let y = 0; y < document.body.scrollHeight; y += 500) {
          scrollTo({ top: y, behavior: 'instant' });
          await new Promise((resolve) => setTimeout(resolve, 80));
        }
      });
      for (const name of await demoNames(page)) await awake(page, name);
      if (path === article) {
        const demo = demoOf(page, 'erm-vs-mixup');
        await demo.getByRole('button', { name: 'Train' }).click();
        await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/, { timeout: 60_000 });
        await page.waitForTimeout(1500);
      }
      expect(await shiftsOf(page)).toEqual([]);
    });
  }
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
