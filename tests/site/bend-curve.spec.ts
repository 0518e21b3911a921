import type { Locator } from '@playwright/test';
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

test('before it is touched the curve meets every reading and its risk stands beside it', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  expect(await risks(demo)).toEqual(['0.00 °C²', '8.39 °C²']);
  const lengths = await demo
    .locator('line.error')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height));
  expect(lengths).toHaveLength(6);
  for (const length of lengths) expect(length).toBeLessThan(1);
});

test('a handle between readings changes the risk alone, one at a reading both, and the address brings the curve back', async ({
  page,
  context,
}) => {
  await page.goto(article);
  const demo = await awake(page, name);
  const [between, reading] = ['curve at 12:35', 'curve at 14:35'];
  const from = await middleOf(demo, between);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y - 60, { steps: 5 });
  await page.mouse.up();
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
  const other = await context.newPage();
  await other.goto(page.url());
  const copy = await awake(other, name);
  await expect.poll(() => risks(copy)).toEqual(await risks(demo));
  await expect(copy.locator('path.curve')).toHaveAttribute(
    'd',
    (await demo.locator('path.curve').getAttribute('d')) ?? '',
  );
});

test('a handle dragged near its reading is put on it', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await demo.getByRole('combobox', { name: 'curve' }).selectOption('A straight line');
  expect((await risks(demo))[0]).toBe('18.36 °C²');
  const handle = 'curve at 6:35';
  const from = await middleOf(demo, handle);
  const error = await demo.locator('line.error').nth(1).boundingBox();
  if (!error) throw new Error('no error to close');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + error.height - 2, { steps: 5 });
  await page.mouse.up();
  expect(await wordsOf(demo, handle)).toBe('8.8 °C, reading 8.8 °C');
});

test('words in the text set the curve, new readings bring a new day, and the truth can be hidden', async ({ page }) => {
  // Where the figure is an ordinary one before the text, and not pinned beside it.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(article);
  const demo = await awake(page, name);
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

test('impossible settings become the nearest that are allowed, and the reader is told', async ({ page }) => {
  await page.goto(`${article}?v=1&${name}.shape=circle&${name}.seed=-5&${name}.points=zz.!!#${name}`);
  const demo = await awake(page, name);
  for (const text of ['curve = circle', 'seed = -5', 'could not be read', 'do not belong'])
    await expect(demo.locator('.notices')).toContainText(text);
  await more(demo);
  await expect(demo.getByText('seed 0', { exact: true })).toBeVisible();
});

test('a finger drags the handle nearest to it without scrolling the page', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${new URL(test.info().project.use.baseURL ?? '').port}${article}`);
  const demo = await awake(page, name);
  await demo.locator('svg.area').scrollIntoViewIfNeeded();
  const from = await middleOf(demo, 'curve at 20:35');
  const top = await page.evaluate(() => scrollY);
  const client = await context.newCDPSession(page);
  // A finger is wider than handles are apart: beside its own, others lie under it too.
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: from.x + 8, y }] });
  await touch('touchStart', from.y);
  await touch('touchMove', from.y - 20);
  await touch('touchMove', from.y - 50);
  await touch('touchEnd');
  await expect.poll(async () => (await middleOf(demo, 'curve at 20:35')).y).toBeCloseTo(from.y - 50, -0.5);
  expect((await risks(demo))[0]).toBe('0.00 °C²');
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await context.close();
});
