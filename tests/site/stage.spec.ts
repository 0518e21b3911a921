import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import { article, articles, demoOf, expect, test } from './site-test.ts';

/** The articles with a stage, wherever there is one. */
const staged = expectSome(
  articles.filter((path) => readFileSync(`dist${path}index.html`, 'utf8').includes('<figure-stage')),
  'articles with a stage',
);

/** Where the figure's parts are in the window, in px. */
async function standing(page: Page): Promise<{ plot: number; dockEnd: number; height: number; scrolled: number }> {
  return page.evaluate(() => {
    const box = (mark: string): DOMRect =>
      (document.querySelector(`[data-stage] ${mark}`) as Element).getBoundingClientRect();
    return {
      plot: box('[data-plot]').top,
      dockEnd: box('[data-dock]').bottom,
      height: innerHeight,
      scrolled: scrollY,
    };
  });
}

/** Scrolls until a scene is at the line, as a reader does. */
async function scrollToScene(page: Page, n: number): Promise<void> {
  await page
    .locator('[data-scene]')
    .nth(n)
    .evaluate((scene) => {
      const isBeside = getComputedStyle(scene).getPropertyValue('--stage-layout').trim() === 'beside';
      scrollBy({ top: scene.getBoundingClientRect().top - (isBeside ? 0.3 : 0.68) * innerHeight, behavior: 'instant' });
    });
  await expect(page.locator('[data-scene]').nth(n)).toHaveAttribute('data-current', '');
}

/** What the address says of the figure's look, where it says something. */
const viewOf = (page: Page): string => new URL(page.url()).searchParams.get('erm-vs-mixup.view') ?? 'between';

/** Windows, and the part of their height that plot and dock may take. */
const small = [360, 740, 0.48] as const;
const large = [
  [390, 844, 0.45],
  [1440, 900, 1],
] as const;

for (const [width, height, most] of large)
  test(`at ${width} × ${height} the figure stands still beside its scenes, which set it until the reader does`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${article}?engine=cpu`);
    const sets = await page
      .locator('[data-scene]')
      .evaluateAll((scenes) => scenes.map((scene) => scene.dataset['set'] ?? ''));
    const tops: number[] = [];
    const ends: number[] = [];
    // The first scene is what the page came with, and sets nothing.
    for (const n of expectSome([...sets.keys()], 'scenes').slice(1)) {
      await scrollToScene(page, n);
      await expect.poll(() => viewOf(page)).toBe(new URLSearchParams(sets[n]).get('view'));
      await expect(page.locator('[data-stage] [data-dock] button.primary')).toBeVisible();
      const { plot, dockEnd } = await standing(page);
      tops.push(plot);
      ends.push(dockEnd);
      expect(plot).toBeGreaterThanOrEqual(0);
      expect(dockEnd).toBeLessThanOrEqual(most * height);
    }
    for (const places of [tops, ends]) expect(Math.max(...places) - Math.min(...places)).toBeLessThan(1);

    // Words of a scene set it where it stands, and give it back.
    const strong = sets.findIndex((set) => set.includes('noisy-moons') && set.includes('view=errors'));
    await scrollToScene(page, strong);
    const words = page.locator('[data-scene] set-figure[data-set="alpha=0.1"] a');
    const before = await standing(page);
    await words.click();
    await expect(page).toHaveURL(/erm-vs-mixup\.alpha=0\.1/);
    await expect(words).toHaveAttribute('aria-current', 'true');
    expect((await standing(page)).scrolled).toBe(before.scrolled);
    await words.click();
    await expect(page).not.toHaveURL(/erm-vs-mixup\.alpha=/);

    // Pressed before the page has heard which scene it was scrolled to, they stay pressed.
    await words.evaluate((link: HTMLElement, next) => {
      document.querySelectorAll('[data-scene]')[next]?.scrollIntoView({ block: 'center', behavior: 'instant' });
      link.click();
    }, strong + 1);
    await page.waitForTimeout(700);
    await expect(words).toHaveAttribute('aria-current', 'true');
    await scrollToScene(page, strong);
    await words.click();
    await expect(page).not.toHaveURL(/erm-vs-mixup\.alpha=/);

    // What the scene asks for stays the story's; anything else is the reader's, and scenes leave it alone.
    const back = page.getByRole('button', { name: /Back to the story/ });
    const demo = demoOf(page, 'erm-vs-mixup');
    await demo.getByRole('slider', { name: 'alpha' }).press('ArrowRight');
    await expect(back).toBeHidden();
    await demo.getByRole('combobox', { name: 'situation' }).selectOption('Blobs');
    await expect(back).toBeVisible();
    await expect(page).toHaveURL(/erm-vs-mixup\.data=blobs/);
    await scrollToScene(page, strong + 1);
    await page.waitForTimeout(700);
    expect(page.url()).toMatch(/erm-vs-mixup\.data=blobs/);
    await back.click();
    await expect.poll(() => viewOf(page)).toBe('points');
    await expect(page).toHaveURL(/erm-vs-mixup\.data=moons/);
    await expect(back).toBeHidden();

    // A page that is opened again where the story was goes on with it; one that somebody shares is the reader's.
    await page.reload();
    await expect(back).toBeHidden();
  });

for (const path of staged)
  test(`${path} keeps plot and dock in their place while its scenes set them, on a phone and on a desk`, async ({
    page,
  }) => {
    // The stage of the article above has been seen in the others.
    for (const [width, height, most] of path === article ? [small] : [small, ...large]) {
      await page.setViewportSize({ width, height });
      if (width === 360) await page.goto(`${path}?engine=cpu`);
      const scenes = expectSome([...(await page.locator('[data-scene]').all()).keys()], 'scenes');
      const places: { plot: number; dockEnd: number }[] = [];
      for (const n of scenes.slice(1)) {
        await scrollToScene(page, n);
        // Longer than a scene needs to set the figure.
        await page.waitForTimeout(250);
        const { plot, dockEnd } = await standing(page);
        places.push({ plot, dockEnd });
        await expect(page.locator('[data-stage] [data-dock] :is(button, input, select)').first()).toBeVisible();
        expect(plot, `scene ${n + 1}`).toBeGreaterThanOrEqual(0);
        expect(dockEnd, `scene ${n + 1}`).toBeLessThanOrEqual(most * height);
      }
      for (const key of ['plot', 'dockEnd'] as const) {
        const values = expectSome(places, 'places').map((place) => place[key]);
        expect(Math.max(...values) - Math.min(...values), `${key} at ${width} px`).toBeLessThan(1);
      }
    }
    const figure = await page.locator('[data-stage]').getAttribute('data-figure');
    await expect.poll(() => new URL(page.url()).search).toContain(`${figure}.`);
  });

test('under reduced motion the figure is an ordinary one before the scenes, with its answers', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(article);
  const stage = page.locator('[data-stage]');
  await expect(stage.locator('> figure')).toHaveCSS('position', 'static');
  await expect(stage.locator('.answers').first()).toBeVisible();
  await expect(stage.locator('figcaption strong')).toBeVisible();
});
