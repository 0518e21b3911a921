import type { Locator } from '@playwright/test';
import { awake, expect, more, test } from './site-test.ts';

const article = '/articles/convex-combinations/';
const name = 'convex-points';

/** The middle of a handle on the screen, found by what it is called. */
async function middleOf(demo: Locator, handle: RegExp): Promise<{ x: number; y: number }> {
  const box = await demo.getByRole('button', { name: handle }).locator('.ring').boundingBox();
  if (!box) throw new Error(`no handle ${handle}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const weights = (demo: Locator) => demo.locator('.weights');

/** The last row of the table twin: where the mixture is. */
async function mixture(demo: Locator): Promise<number[]> {
  const cells = await demo.locator('tbody tr').last().locator('td').allTextContents();
  return cells.slice(-2).map((text) => Number(text.replace('−', '-')));
}

test('before it is touched it shows 60 % of a cat and 40 % of a dog', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog');
  await expect(demo.getByRole('button', { name: /^mixture/ })).toHaveAccessibleName(/snout 5\.8, ear 7\.2 cm/);
});

test('a slider moves the mixture along the segment, where 60 % of the way is drawn at 60 % of the way', async ({
  page,
}) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await more(demo);
  await demo.getByRole('slider', { name: 'dog' }).fill('75');
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 25 % cat, 75 % dog');
  await expect(demo).toHaveAttribute('data-state', 'done');
  // All at once: what opened the sheet may still be scrolling.
  const [cat, dog, mixed] = await demo.evaluate((root) =>
    ['cat', 'dog', 'mixture'].map((handle) => {
      const box = root.querySelector(`[aria-label^="${handle}"] .ring`)?.getBoundingClientRect();
      return { x: (box?.left ?? NaN) + (box?.width ?? 0) / 2, y: (box?.top ?? NaN) + (box?.height ?? 0) / 2 };
    }),
  );
  if (!cat || !dog || !mixed) throw new Error('There are not three handles.');
  for (const axis of ['x', 'y'] as const)
    expect(mixed[axis]).toBeCloseTo(cat[axis] + 0.75 * (dog[axis] - cat[axis]), -0.3);
});

test('the mixture is dragged, stays on the segment, and stops at its end', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  const from = await middleOf(demo, /^mixture/);
  const dog = await middleOf(demo, /^dog/);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(dog.x + 40, dog.y - 10, { steps: 8 });
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 0 % cat, 100 % dog');
  await page.mouse.up();
  await expect(demo.locator('.verdict')).toContainText('lies on the segment');
});

test('a point is dragged, the hull and the mixture follow, and the address brings both back', async ({
  page,
  context,
}) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await demo.getByRole('combobox', { name: 'show' }).selectOption('Three points');
  const hull = demo.locator('path.hull');
  const before = await hull.getAttribute('d');
  const from = await middleOf(demo, /^rabbit/);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y + 30, { steps: 5 });
  await page.mouse.up();
  await expect(hull).not.toHaveAttribute('d', before ?? '');
  await expect(page).toHaveURL(/convex-points\.count=3.*convex-points\.points=/);
  await more(demo);
  await demo.locator('summary').click();
  const shown = await mixture(demo);

  const other = await context.newPage();
  await other.goto(page.url());
  const copy = await awake(other, name);
  await more(copy);
  await copy.locator('summary').click();
  await expect(copy.locator('path.hull')).toHaveAttribute('d', (await hull.getAttribute('d')) ?? '');
  expect(await mixture(copy)).toEqual(shown);
});

test('arrow keys move points, and the mixture by its weights', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await demo.getByRole('button', { name: /^cat/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(demo.getByRole('button', { name: /^cat/ })).toHaveAccessibleName(/snout 3\.5, ear 6\.1 cm/);
  await demo.getByRole('button', { name: /^mixture/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(weights(demo)).not.toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog');
  await expect(demo.locator('.verdict')).toContainText('A convex combination');
});

test('points are added with no weight and removed again, at least two are left', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await demo.getByRole('button', { name: 'Add the rabbit' }).click();
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog, 0 % rabbit');
  await more(demo);
  await demo.getByRole('button', { name: 'Remove the rabbit' }).click();
  await expect(demo.getByRole('button', { name: 'Remove the dog' })).toBeDisabled();
});

test('a negative weight shows that the mixture leaves, and the rule brings it back', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await page.locator('set-figure[data-set="preset=negative"] a').click();
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 150 % cat, −50 % dog');
  await expect(demo.locator('.verdict')).toContainText('has left the segment: snout −0.50 cm');
  await expect(demo.locator('.weights rect.negative')).toHaveCount(1);
  await more(demo);
  await demo.getByRole('radio', { name: /none negative/ }).check();
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 100 % cat, 0 % dog');
});

test('a negative weight among six points need not leave the hull, and the figure says so', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await page.locator('set-figure[data-set*="fox=-0.3"] a').click();
  await expect(demo.locator('.verdict')).toContainText('Not convex, only affine');
  await expect(demo.locator('.verdict')).toContainText('lies in the hull all the same');
});

test('impossible weights in the address become the nearest that are allowed, and the reader is told', async ({
  page,
}) => {
  await page.goto(`${article}?v=1&${name}.cat=0.9&${name}.dog=0.5&${name}.count=99&${name}.rule=magic#${name}`);
  const demo = await awake(page, name);
  for (const text of ['number of points', 'weights allowed', 'nearest that are'])
    await expect(demo.locator('.notices')).toContainText(text);
  await expect(weights(demo)).toHaveAttribute('aria-label', /^Weights: 70 % cat, 30 % dog, 0 % rabbit/);
});

test('a finger drags the mixture without scrolling the page', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${new URL(test.info().project.use.baseURL ?? '').port}${article}`);
  const demo = await awake(page, name);
  await demo.locator('svg.area').scrollIntoViewIfNeeded();
  const [from, cat] = [await middleOf(demo, /^mixture/), await middleOf(demo, /^cat/)];
  const top = await page.evaluate(() => scrollY);
  const client = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  await touch('touchMove', [{ x: (from.x + cat.x) / 2, y: (from.y + cat.y) / 2 }]);
  await touch('touchMove', [cat]);
  await touch('touchEnd', []);
  await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 100 % cat, 0 % dog');
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await context.close();
});
