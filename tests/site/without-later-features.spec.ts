import { globSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import { oldestBrowsers } from '../../src/site.ts';
import { laterBuiltins, styleFeatures, takeAway } from './later-features.ts';
import { article, awake, expect, more, openSettings, reaches, test } from './site-test.ts';

/** A short page; its figure trains small networks in workers. */
const short = '/articles/tabular-data/';

/** Paper and ink, as `tokens.css` names them for the two schemes. */
const looks = {
  light: { paper: 'rgb(253, 252, 249)', ink: 'rgb(28, 27, 25)', accent: 'rgb(154, 42, 69)' },
  dark: { paper: 'rgb(22, 23, 26)', ink: 'rgb(233, 230, 223)', accent: 'rgb(242, 160, 174)' },
} as const;

test('the oldest browsers named to readers are those that the site is built for', () => {
  const [, told] = /id="browsers"[^]*?<p[^>]*>([^]*?)<\/p>/.exec(readFileSync('dist/about/index.html', 'utf8')) ?? [];
  for (const { name, version } of oldestBrowsers) {
    expect(told).toContain(`${name} ${version}`);
    expect(readFileSync('README.md', 'utf8')).toContain(`${name} ${version}`);
  }
});

test('no sheet of the site holds a nested rule or a color that the oldest browsers cannot read', () => {
  const sheets = globSync('dist/_astro/*.css').map((file) => readFileSync(file, 'utf8'));
  expect(sheets.length).toBeGreaterThan(0);
  for (const sheet of sheets) expect(sheet).not.toMatch(/light-dark\(|[{;}]\s*&/);
});

test('without later features of CSS, one at a time, pages keep their colors in both schemes, and nothing shows that should not', async ({
  page,
}) => {
  await page.route('**/*.css?without=*', async (route) => {
    const url = new URL(route.request().url());
    const feature = styleFeatures.find(({ name }) => name === url.searchParams.get('without'));
    const sheet = readFileSync(`dist${url.pathname}`, 'utf8');
    await route.fulfill({ contentType: 'text/css', body: feature?.hide(sheet) ?? '' });
  });
  // Of what colors are written with, an article with decision surfaces; of the others a short one.
  for (const [path, features, hasSurfaces] of [
    [article, styleFeatures.filter(({ colors }) => colors), true],
    [short, styleFeatures.filter(({ colors }) => !colors), false],
  ] as const) {
    await page.goto(path);
    await openSettings(page);
    for (const { name } of expectSome(features, 'features'))
      await test.step(`without ${name}`, async () => {
        await page.evaluate(sheetsWithout, name);
        for (const scheme of ['light', 'dark'] as const) {
          const other = scheme === 'light' ? 'dark' : 'light';
          await page.emulateMedia({ colorScheme: scheme });
          for (const [chosen, seen] of [
            ['auto', scheme],
            [other, other],
          ] as const) {
            const { surfaces, ...colors } = await page.evaluate(colorsOf, chosen);
            expect(colors).toEqual(looks[seen]);
            if (hasSurfaces) expectPainted(surfaces);
          }
        }
        await expect(page.locator('.term-card').first()).toBeHidden();
        expect(await page.locator('.heading-anchor').first().evaluate(mark)).toBe('"#"');
        expect(await page.evaluate(trackBetweenLabels)).toContain('linear-gradient');
      });
  }
});

/** Has a page read its sheets anew, as a browser without a feature reads them. */
async function sheetsWithout(feature: string): Promise<void> {
  const old = Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'));
  await Promise.all(
    old.map(
      (link) =>
        new Promise((resolve, reject) => {
          const sheet = document.createElement('link');
          sheet.rel = 'stylesheet';
          sheet.href = `${new URL(link.href).pathname}?without=${encodeURIComponent(feature)}`;
          sheet.onload = resolve;
          sheet.onerror = reject;
          link.replaceWith(sheet);
        }),
    ),
  );
}

/** Has the browser read something else in place of each sheet or script of the site. */
async function rewrite(page: Page, kind: 'css' | 'js', change: (text: string, url: string) => string): Promise<void> {
  const contentType = kind === 'css' ? 'text/css' : 'text/javascript';
  await page.route(`**/*.${kind}`, async (route) => {
    const url = route.request().url();
    const file = readFileSync(`dist${new URL(url).pathname}`, 'utf8');
    await route.fulfill({ contentType, body: change(file, url) });
  });
}

interface Colors {
  readonly paper: string;
  readonly ink: string;
  /** Of the sign of the chosen scheme. */
  readonly accent: string;
  /** What each decision surface is filled with. */
  readonly surfaces: readonly (readonly string[])[];
}

/** Has the reader choose a scheme. Returns the colors that the page then has. */
async function colorsOf(scheme: string): Promise<Colors> {
  document.querySelector<HTMLInputElement>(`color-scheme input[value="${scheme}"]`)?.click();
  const find = (selector: string): Element => document.querySelector(selector) as Element;
  // Colors pass from one to the next.
  const passing = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.all(passing.map(({ finished }) => finished.catch(() => undefined)));
  return {
    paper: getComputedStyle(document.documentElement).backgroundColor,
    ink: getComputedStyle(document.body).color,
    accent: getComputedStyle(find('color-scheme :checked + svg')).color,
    surfaces: Array.from(document.querySelectorAll('.plane'), (surface) => [
      ...new Set(Array.from(surface.querySelectorAll('[style*="fill"]'), (band) => getComputedStyle(band).fill)),
    ]),
  };
}

/** Decision surfaces are there, each in its colors. */
function expectPainted(surfaces: Colors['surfaces']): void {
  expect(surfaces.length).toBeGreaterThan(1);
  for (const fills of surfaces) {
    expect(fills.length).toBeGreaterThan(4);
    expect(fills).not.toContain('rgb(0, 0, 0)');
  }
}

/** The mark of a link to a heading. */
function mark(anchor: Element): string {
  return getComputedStyle(anchor, '::before').content.split(' / ')[0] ?? '';
}

/** What the track of a slider between two labels is painted with: 'none' if the browser cannot read it. */
function trackBetweenLabels(): string {
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.className = 'label-range';
  slider.style.cssText = '--range-from: red; --range-to: blue';
  document.body.append(slider);
  slider.style.backgroundImage = getComputedStyle(slider).getPropertyValue('--range-track');
  const painted = getComputedStyle(slider).backgroundImage;
  slider.remove();
  return painted;
}

/** Takes built-in values from every page and every worker of a test. */
async function withoutBuiltins(page: Page, paths: readonly string[]): Promise<string[]> {
  const scripts: string[] = [];
  await page.addInitScript(takeAway(paths));
  await rewrite(page, 'js', (script, url) => {
    scripts.push(url);
    return `${takeAway(paths)}\n${script}`;
  });
  return scripts;
}

/** Trains to the end, on the engine of the page. */
async function trainsOnShortPage(page: Page, engine = ''): Promise<void> {
  await page.goto(`${short}?v=1&tabular-data.seeds=8&tabular-data.data=iris${engine}#tabular-data`);
  const demo = await awake(page, 'tabular-data');
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d*$/);
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
}

async function trainsInLongArticle(page: Page, query = ''): Promise<void> {
  await page.goto(`${article}${query}`);
  const demo = await awake(page, 'erm-vs-mixup');
  await more(demo);
  await demo.getByRole('button', { name: 'Step' }).click();
  await reaches(demo, 'paused');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d*$/);
}

test('without anything later the demos of the longest article wake and train', async ({ page }) => {
  await withoutBuiltins(page, Object.values(laterBuiltins).flat());
  await trainsInLongArticle(page, '?engine=cpu');
  await awake(page, 'mix-digits');
});

for (const [kind, paths] of Object.entries(laterBuiltins)) {
  test(`without ${kind} a demo wakes and trains, in workers too`, async ({ page }) => {
    const scripts = await withoutBuiltins(page, paths);
    await trainsOnShortPage(page, '&engine=cpu');
    expect(scripts.some((url) => url.includes('worker'))).toBe(true);
  });
}

for (const lacks of [
  'navigator.gpu',
  'OffscreenCanvas',
  'WebGL2RenderingContext',
  'Worker',
  'workers that are modules',
]) {
  test(`without ${lacks} a demo trains`, async ({ page }) => {
    await page.addInitScript((path) => {
      if (path === 'navigator.gpu') Object.defineProperty(Navigator.prototype, 'gpu', { value: undefined });
      else if (path === 'workers that are modules')
        window.Worker = class extends Worker {
          constructor(address: string | URL, options?: WorkerOptions) {
            if (options?.type === 'module') throw new TypeError('no such type of worker');
            super(address, options);
          }
        };
      else Reflect.deleteProperty(window, path);
      if (path !== 'WebGL2RenderingContext') return;
      const getContext = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (
        this: HTMLCanvasElement,
        ...words: Parameters<typeof getContext>
      ) {
        return words[0].startsWith('webgl2') ? null : getContext.apply(this, words);
      } as typeof getContext;
    }, lacks);
    await trainsOnShortPage(page);
  });
}

test('without popovers a term leads to the glossary', async ({ page }) => {
  await withoutBuiltins(page, laterBuiltins['popovers'] ?? []);
  await rewrite(page, 'css', (sheet) => sheet.replaceAll(':popover-open', ':unknown'));
  await page.goto(short);
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/glossary\/#[\w-]+$/);
});
