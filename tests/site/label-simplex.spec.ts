import type { Locator } from '@playwright/test';
import { awake, expect, test } from './site-test.ts';

const article = '/articles/convex-combinations/';
const name = 'label-simplex';

async function middleOf(demo: Locator, handle: RegExp): Promise<{ x: number; y: number }> {
  const box = await demo.getByRole('button', { name: handle }).locator('.ring').boundingBox();
  if (!box) throw new Error(`no handle ${handle}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The three label bars in words: label i, label j, their mixture. */
const bars = (demo: Locator) =>
  demo.locator('.values .label[role="img"]').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')));

test('before it is touched it mixes the corners of cat and dog', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  expect(await bars(demo)).toEqual([
    'Label: 100 % cat, 0 % dog, 0 % rabbit',
    'Label: 0 % cat, 100 % dog, 0 % rabbit',
    'Label: 60 % cat, 40 % dog, 0 % rabbit',
  ]);
});

test('lambda moves the mixture along the segment, in the bar and in the triangle', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await demo.getByRole('slider').fill('0.25');
  await expect(demo.getByRole('slider')).toHaveAttribute('aria-valuetext', 'λ = 0.25');
  expect((await bars(demo))[2]).toBe('Label: 25 % cat, 75 % dog, 0 % rabbit');
  const [i, j, mixed] = [
    await middleOf(demo, /^label i/),
    await middleOf(demo, /^label j/),
    await middleOf(demo, /^mix/),
  ];
  expect(mixed.x).toBeCloseTo(i.x + 0.75 * (j.x - i.x), -0.3);
  await expect(page).toHaveURL(/label-simplex\.lambda=0\.25/);
});

test('a label is dragged to the top and becomes a rabbit, and the address brings it back', async ({
  page,
  context,
}) => {
  await page.goto(article);
  const demo = await awake(page, name);
  const area = await demo.locator('svg.area').boundingBox();
  const from = await middleOf(demo, /^label j/);
  if (!area) throw new Error('no triangle');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width / 2, area.y - 5, { steps: 8 });
  await page.mouse.up();
  await expect
    .poll(async () => (await bars(demo)).slice(1))
    .toEqual(['Label: 0 % cat, 0 % dog, 100 % rabbit', 'Label: 60 % cat, 0 % dog, 40 % rabbit']);
  await expect(page).toHaveURL(/label-simplex\.j-dog=0(&|#|$)/);
  const other = await context.newPage();
  await other.goto(page.url());
  const copy = await awake(other, name);
  await expect.poll(() => bars(copy)).toEqual(await bars(demo));
});

test('arrow keys move a label, never out of the triangle, and the mixture only along its segment', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await demo.getByRole('button', { name: /^label i/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  expect((await bars(demo))[0]).toBe('Label: 100 % cat, 0 % dog, 0 % rabbit');
  await page.keyboard.press('ArrowRight');
  expect((await bars(demo))[0]).toBe('Label: 95 % cat, 5 % dog, 0 % rabbit');
  await demo.getByRole('combobox', { name: 'show' }).selectOption('Cat and dog');
  await demo.getByRole('button', { name: /^mixed label/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  expect((await bars(demo))[2]).toBe('Label: 55 % cat, 45 % dog, 0 % rabbit');
});

test('words in the text mix the mixture with a rabbit, and two cats stay a cat', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, name);
  await page.locator('set-figure[data-set="preset=third"] a').click();
  await expect.poll(async () => (await bars(demo))[2]).toBe('Label: 45 % cat, 30 % dog, 25 % rabbit');
  await expect(demo.locator('.values')).toContainText('(0.45, 0.3, 0.25)');
  await page.locator('set-figure[data-set="preset=same"] a').click();
  await demo.getByRole('slider').fill('0.2');
  await expect.poll(async () => (await bars(demo))[2]).toBe('Label: 100 % cat, 0 % dog, 0 % rabbit');
});

test('shares that make no label become the nearest that do, and the reader is told', async ({ page }) => {
  await page.goto(`${article}?v=1&${name}.i-cat=0.8&${name}.i-dog=0.6&${name}.lambda=7#${name}`);
  const demo = await awake(page, name);
  await expect(demo.locator('.notices')).toContainText('label i add up to more than 1');
  await expect(demo.locator('.notices')).toContainText('λ');
  expect((await bars(demo))[0]).toBe('Label: 60 % cat, 40 % dog, 0 % rabbit');
});
