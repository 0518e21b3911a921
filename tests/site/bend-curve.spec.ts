import type { Locator } from '@playwright/test';
import { onPhone } from './finger.ts';
import { changedInPlace } from './reader.ts';
import { awake, expect, more, test } from './site-test.ts';

const article = '/articles/supervised-learning-and-erm/';
const name = 'bend-curve';

/** Empirical risk and risk as they are written beside their bars. */
const risks = (demo: Locator) => demo.locator('.bars output').allTextContents();
const wordsOf = (demo: Locator, handle: string) =>
  demo.getByRole('slider', { name: handle, exact: true }).getAttribute('aria-valuetext');

/** How much of the height of an element is in the window. */
const shareInView = (element: Locator): Promise<number> =>
  element.evaluate((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / (bottom - top);
  });

async function middleOf(demo: Locator, handle: string): Promise<{ x: number; y: number }> {
  const box = await demo.getByRole('slider', { name: handle, exact: true }).locator('.ring').boundingBox();
  if (!box) throw new Error(`no handle ${handle}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a curve is bent by a mouse, keys, words, an address and a finger', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  const drag = async (from: { x: number; y: number }, by: number) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + by, { steps: 5 });
    await page.mouse.up();
  };

  await test.step('before it is touched the curve meets every reading and its risk stands beside it', async () => {
    await expect(demo).toHaveAttribute('data-state', 'idle');
    expect(await risks(demo)).toEqual(['0.00 °C²', '8.39 °C²']);
    const lengths = await demo
      .locator('line.error')
      .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
    expect(lengths).toHaveLength(6);
    for (const length of lengths) expect(length).toBeLessThan(1);
  });

  await test.step('a handle between readings changes the risk alone, one at a reading both, and the address brings the curve back', async () => {
    const [between, reading] = ['curve at 12:35', 'curve at 14:35'];
    const from = await middleOf(demo, between);
    await drag(from, -60);
    const [empirical, risk] = await risks(demo);
    expect(empirical).toBe('0.00 °C²');
    expect(parseFloat(risk ?? '')).toBeGreaterThan(8.5);
    expect((await middleOf(demo, between)).y).toBeCloseTo(from.y - 60, -0.3);
    await demo.getByRole('slider', { name: reading, exact: true }).focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await wordsOf(demo, reading)).toBe('21.6 °C, reading 23.5 °C');
    expect((await risks(demo))[0]).toBe(`${(1.9 ** 2 / 6).toFixed(2)} °C²`);
    await expect(page).toHaveURL(/bend-curve\.points=\w+\.\w+/);
    const [curve, both] = [await demo.locator('path.curve').getAttribute('d'), await risks(demo)];
    await page.reload();
    await awake(page, name);
    await expect.poll(() => risks(demo)).toEqual(both);
    await expect(demo.locator('path.curve')).toHaveAttribute('d', curve ?? '');
  });

  await test.step('a handle dragged near its reading is put on it', async () => {
    await demo.getByRole('combobox', { name: 'curve' }).selectOption('A straight line');
    await expect.poll(async () => (await risks(demo))[0]).toBe('18.36 °C²');
    const handle = 'curve at 6:35';
    const error = await demo.locator('line.error').nth(1).boundingBox();
    if (!error) throw new Error('no error to close');
    await drag(await middleOf(demo, handle), error.height - 2);
    expect(await wordsOf(demo, handle)).toBe('8.8 °C, reading 8.8 °C');
  });

  await test.step('a page’s translation freezes nothing that is shown', async () => {
    expect(await changedInPlace(page, name)).toEqual([]);
  });

  await test.step('words in the text set the curve, new readings bring a new day, and the truth can be hidden', async () => {
    // Where the figure is an ordinary one before the text, and not pinned beside it.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    const words = page.locator('set-figure[data-set*="shape=smooth"] a');
    await words.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const place = await page.evaluate(() => scrollY);
    await words.click();
    // The plot and its dock come into view, and a press leads back to where the reader was, to the pixel.
    await expect.poll(() => shareInView(demo.locator('[data-plot]'))).toBeGreaterThan(0.8);
    await expect.poll(() => shareInView(demo.locator('[data-dock]'))).toBe(1);
    await page.getByRole('button', { name: 'Back to the text' }).click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    await expect(words).toBeFocused();
    await expect(page.getByRole('button', { name: 'Back to the text' })).toHaveCount(0);
    await expect.poll(() => risks(demo)).toEqual(['6.02 °C²', '6.38 °C²']);
    await expect(demo.getByRole('combobox', { name: 'curve' }).getByRole('option', { selected: true })).toHaveText(
      'A smooth curve',
    );
    await demo.getByRole('button', { name: 'Six new readings' }).click();
    await more(demo);
    await expect(demo.getByText('seed 2', { exact: true })).toBeVisible();
    // On a phone the sheet leaves plot and dock free, and Escape or a press elsewhere closes it.
    const sheet = demo.locator('.sheet');
    const edges = await Promise.all(
      [demo.locator('[data-dock]'), sheet].map((part) => part.evaluate((box) => box.getBoundingClientRect())),
    );
    expect(edges[1]?.top).toBeGreaterThanOrEqual((edges[0]?.bottom ?? Infinity) - 1);
    await demo.getByRole('checkbox').focus();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(demo.getByRole('button', { name: 'More' })).toBeFocused();
    await more(demo);
    await page.mouse.click(3, 3);
    await expect(sheet).toBeHidden();
    await more(demo);
    await demo.getByRole('checkbox').uncheck();
    await expect(demo.locator('path.truth')).toHaveCount(0);
    // Nobody can compute a risk without knowing where readings come from.
    expect((await risks(demo))[1]).toBe('?');
    await demo.getByRole('checkbox').check();
    await page.locator('set-figure[data-set*="shape=truth"] a').click();
    await expect.poll(() => risks(demo)).toEqual(['5.49 °C²', '4.00 °C²']);
    await more(demo);
    await demo.locator('summary').click();
    await expect(demo.locator('tbody tr').last()).toContainText('4.00');
  });

  await test.step('a finger drags the handle nearest to it without scrolling the page', async () => {
    await page.keyboard.press('Escape');
    await demo.getByRole('combobox', { name: 'curve' }).selectOption('Through every reading');
    await onPhone(page, async (drag) => {
      await demo.locator('svg.area').scrollIntoViewIfNeeded();
      const { x, y } = await middleOf(demo, 'curve at 20:35');
      // A finger is wider than handles are apart: beside its own, others lie under it too.
      await drag({ x: x + 8, y }, { x: x + 8, y: y - 20 }, { x: x + 8, y: y - 50 });
      await expect.poll(async () => (await middleOf(demo, 'curve at 20:35')).y).toBeCloseTo(y - 50, -0.5);
      expect((await risks(demo))[0]).toBe('0.00 °C²');
    });
  });
});

test('impossible settings become the nearest that are allowed, and the reader is told', async ({ page }) => {
  await page.goto(`${article}?v=1&${name}.shape=circle&${name}.seed=-5&${name}.points=zz.!!#${name}`);
  const demo = await awake(page, name);
  for (const text of ['curve = circle', 'seed = -5', 'could not be read', 'do not belong'])
    await expect(demo.locator('.notices')).toContainText(text);
  await more(demo);
  await expect(demo.getByText('seed 0', { exact: true })).toBeVisible();
});
