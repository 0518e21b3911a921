import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import { expectSome } from '../expect-some.ts';
import {
  article,
  articles,
  awake,
  demoNames,
  demoOf,
  expect,
  pages,
  recordShifts,
  scrollThrough,
  shiftsOf,
  test,
} from './site-test.ts';

/** A phone and a desk; what is between the two is looked at in `budget.spec.ts`. */
const widths = [360, 1440];

for (const path of pages) {
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
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violationsOf(page, colorScheme), colorScheme).toEqual([]);
      }
      if (width > 480 || !articles.includes(path)) return;
      for (const narrow of [320, 344, 390, 412, 480]) {
        await page.setViewportSize({ width: narrow, height: 800 });
        expect(await signsAlone(page), `at ${narrow} px`).toEqual([]);
      }
    });
  }
}

/** Terms and formulas whose comma, full stop or bracket begins the next line. */
async function signsAlone(page: Page): Promise<string[]> {
  const signs = await page.locator('.prose .term, .prose .katex').evaluateAll((marks) =>
    marks.flatMap((mark) => {
      const after = (mark.closest('defined-term') ?? mark).nextSibling;
      if (after?.nodeType !== Node.TEXT_NODE || !/^[,.;:)]/.test(after.textContent ?? '')) return [];
      const range = document.createRange();
      range.setStart(after, 0);
      range.setEnd(after, 1);
      const end = mark.querySelector('.katex-html')?.lastElementChild ?? mark;
      const last = [...end.getClientRects()].at(-1);
      const [sign] = range.getClientRects();
      return [
        { text: `${mark.textContent}${after.textContent}`, isAlone: last && sign && sign.top >= last.bottom - 3 },
      ];
    }),
  );
  return expectSome(signs, 'signs after terms and formulas').flatMap(({ text, isAlone }) => (isAlone ? [text] : []));
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
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const look = (selectors: boolean): Promise<axe.AxeResults> =>
    page.evaluate((options) => (window as unknown as { axe: typeof axe }).axe.run(options), {
      resultTypes: ['violations'],
      elementRef: false,
      selectors,
      ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }),
    } satisfies axe.RunOptions);
  const { violations, passes } = await look(false);
  expectSome([...violations, ...passes], 'rules that apply');
  if (violations.length === 0) return [];
  // Where things are takes as long to find out as whether they are wrong.
  const found = await look(true);
  return found.violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
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
      element.focus({ focusVisible: true });
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
