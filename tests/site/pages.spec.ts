import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from '@playwright/test';
import type axe from 'axe-core';
import { expectSome } from '../expect-some.ts';
import { apartInWindow } from './hand-and-picture.ts';
import { expectPrintable } from './on-paper.ts';
import { packedSize } from './packed-size.ts';
import {
  article,
  articles,
  awake,
  demoNames,
  demoOf,
  expect,
  more,
  pages,
  recordShifts,
  scrollThrough,
  shiftsOf,
  test,
  translations,
} from './site-test.ts';

/** JavaScript of an article before any demo is used, in bytes after brotli. */
const budget = 40_000;
/** Elements of an article before any demo is used: what a browser keeps of a page that is only read. */
const mostElements = 3000;

/*
 * Every page is read to its end at two widths, and all its figures are woken; what else is asked of a page is asked on the
 * same two readings. The structure of a page is the same at every width and in both schemes: axe looks at all of it on the
 * phone, in light, and on the desk, in dark, at what may differ. What runs runs on the CPU: in software a GPU takes far longer.
 *
 * Nothing here waits for a frame, as Playwright's clicks do: a page that is busy in software draws few. Where other
 * work holds the processors, two readings of the longest page take minutes.
 */
test.describe.configure({ timeout: 240_000 });

const whatDiffers = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];

for (const path of pages) {
  const isArticle = [...articles, ...translations].includes(path);
  const loads = isArticle ? 'loads at most 40 kB of JavaScript and no engine, has at most 3,000 elements, ' : '';
  test(`${path} ${loads}keeps still and within its window on a phone and on a desk, is what axe asks for, and prints in ink`, async ({
    page,
  }) => {
    await recordShifts(page);
    await test.step('on a phone nothing moves, nothing is too wide, and axe finds nothing in light', async () => {
      const scripts = isArticle ? collectScripts(page) : undefined;
      await readToTheEnd(page, path, 360, () => scripts && expectLight(page, scripts));
      expect(await violationsOf(page)).toEqual([]);
      await expect.poll(() => formulasAmiss(page)).toEqual([]);
      for (const narrow of [320, 344, 390, 412, 480]) {
        await page.setViewportSize({ width: narrow, height: 800 });
        expect(await tooWide(page), `at ${narrow} px`).toBe(0);
        if (isArticle) expect(await signsAlone(page), `at ${narrow} px`).toEqual([]);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await apartInWindow(page), 'plots, docks and words that set them').toEqual([]);
    });
    await test.step('on a desk nothing moves, nothing is too wide, axe finds nothing in dark, and it is printed in ink, whole', async () => {
      // Guesses are kept; whoever comes to the desk was never here.
      await page.evaluate(() => localStorage.clear());
      await page.emulateMedia({ colorScheme: 'dark' });
      await readToTheEnd(page, path, 1440);
      expect(await violationsOf(page, whatDiffers)).toEqual([]);
      expect(await apartInWindow(page), 'plots, docks and words that set them').toEqual([]);
      await page.setViewportSize({ width: 768, height: 900 });
      expect(await tooWide(page), 'on a tablet').toBe(0);
      await expectPrintable(page);
    });
  });
}

for (const path of ['/', article, '/results/']) {
  test(`${path} on a tablet: nothing moves while it is read`, async ({ page }) => {
    await recordShifts(page);
    await readToTheEnd(page, path, 768);
  });
}

/**
 * Opens a page, reads it to its end and wakes its figures; nothing may move, and nothing be wider than the window.
 *
 * @param asleep what is asked of the page before any figure is woken
 */
async function readToTheEnd(
  page: Page,
  path: string,
  width: number,
  asleep: () => Promise<void> | undefined = () => undefined,
): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${path}?engine=cpu`);
  // Scenes set the figure that stands beside them, and reading them is using it.
  const isStaged = (await page.locator('[data-stage]').count()) > 0;
  if (isStaged) await asleep();
  await scrollThrough(page);
  if (!isStaged) await asleep();
  for (const name of await demoNames(page)) await awake(page, name);
  if (path === article && width !== 768) await trainForAWhile(demoOf(page, 'erm-vs-mixup'));
  expect(await shiftsOf(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
}

/** An article at rest has loaded little; turning to a figure loads the figure, and still no engine. */
async function expectLight(page: Page, scripts: readonly Promise<{ url: string; text: string }>[]): Promise<void> {
  await page.waitForLoadState('load');
  // What a script asks for comes within a moment of it.
  for (let known = -1; known !== scripts.length;) {
    known = scripts.length;
    await Promise.all(scripts);
    await page.waitForTimeout(500);
  }
  const before = await sizeOf(scripts);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThanOrEqual(budget);
  const elements = await page.locator('*').count();
  expect(elements).toBeLessThanOrEqual(mostElements);
  const [first] = await demoNames(page);
  // An article may have figures alone, drawn at build.
  if (first !== undefined) {
    await awake(page, first);
    const woken = await sizeOf(scripts);
    console.log(`JavaScript before use: ${before} bytes; with one figure awake: ${woken} bytes; ${elements} elements`);
    expect(woken).toBeGreaterThan(before);
  }
  for (const { text, url } of await Promise.all(scripts))
    expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);
}

/** How much wider than its window a page is, in pixels. */
async function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

/** The scripts that a page loads from now on, as they arrive. */
function collectScripts(page: Page): Promise<{ url: string; text: string }>[] {
  const scripts: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    const script = response.text().then((text) => ({ url: response.url(), text }));
    // Whoever reads the list hears of a failure; a script that comes after its last reader, as the test ends, fails nothing.
    script.catch(() => undefined);
    scripts.push(script);
  });
  return scripts;
}

/** Bytes of scripts after brotli. */
async function sizeOf(scripts: readonly Promise<{ url: string; text: string }>[]): Promise<number> {
  return (await Promise.all(scripts)).reduce((sum, { url, text }) => sum + packedSize(url, text), 0);
}

/** Formulas wider than their boxes, and their symbols that stand for nothing in the figure they name. */
async function formulasAmiss(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>('.equation-body, .prose > .katex-display')];
    const cut = boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => `cut: ${box.textContent}`);
    // On a stage the figure has the marks of the scene that is read, which need not be the formula's.
    const symbols = [...document.querySelectorAll<HTMLElement>('.equation:has(live-formula) .katex [data-sym]')].filter(
      (symbol) => !symbol.closest('[data-scene]:not([data-current])'),
    );
    const blind = symbols.filter((symbol) => {
      const figure = symbol.closest('.equation')?.querySelector<HTMLElement>('live-formula')?.dataset['figure'];
      return !document.querySelector(`#${figure} [data-sym~="${symbol.dataset['sym']}"]`);
    });
    return [...cut, ...blind.map(({ dataset }) => `without a mark: ${dataset['sym']}`)];
  });
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

/** Trains a demo until it has shown a part of its run, or all, and pauses it. */
async function trainForAWhile(demo: Locator): Promise<void> {
  const run = demo.locator('[data-dock] button.primary');
  const hasCome = async (): Promise<boolean> =>
    (await demo.getAttribute('data-state')) === 'done' || Number(await demo.getAttribute('data-step')) >= 200;
  await run.evaluate((button) => button.scrollIntoView({ block: 'center', behavior: 'instant' }));
  // The scene that stands beside the figure may set it once more when it has come to rest.
  await expect(async () => {
    if (!/running|done/.test((await demo.getAttribute('data-state')) ?? '')) await run.dispatchEvent('click');
    await expect.poll(hasCome, { timeout: 5000 }).toBe(true);
  }).toPass({ timeout: 60_000 });
  if ((await demo.getAttribute('data-state')) === 'running') await run.dispatchEvent('click');
  await expect(demo).toHaveAttribute('data-state', /paused|done/);
}

/** As it is shipped: a browser takes twice as long to read its source, on every visit. */
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds by some rules, or by all, and where. */
async function violationsOf(page: Page, rules?: string[]): Promise<string[]> {
  await page.evaluate(axeScript);
  const look = (selectors: boolean): Promise<axe.AxeResults> =>
    page.evaluate((options) => (window as unknown as { axe: typeof axe }).axe.run(options), {
      resultTypes: ['violations'],
      elementRef: false,
      selectors,
      ...(rules && { runOnly: { type: 'rule', values: rules } }),
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
  await more(demo);
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
