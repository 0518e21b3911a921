import { awake, expect, test } from './site-test.ts';

/* Pictures of single ideas: each is moved once, by keys or by its slider, and says what it shows now. */

test('a point moved through the small network changes the answer, and fewer steps know less', async ({ page }) => {
  await page.goto('/articles/supervised-learning-and-erm/');
  const demo = await awake(page, 'small-network');
  const network = demo.getByRole('img', { name: /^The network: two inputs/ });
  const before = await network.getAttribute('aria-label');
  await demo.getByRole('button', { name: /^The point that is sent through/ }).focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowRight');
  await expect(network).not.toHaveAttribute('aria-label', before ?? '');
  await expect(network).toHaveAttribute('aria-label', /It says (9\d|100) % A/);
  await demo.getByRole('slider', { name: 'steps' }).fill('0');
  await expect(demo.getByRole('status').first()).toContainText('After 0 steps');
  await expect(page).toHaveURL(/small-network\.step=0/);
});

test('λ weighs all blends of the batch, a shuffle pairs them anew, and one is followed to its two', async ({
  page,
}) => {
  await page.goto('/articles/training-with-mixup/');
  const demo = await awake(page, 'mini-batch');
  await demo.getByRole('slider', { name: 'λ' }).fill('0.25');
  const labels = demo.getByRole('img', { name: /^Label: / });
  await expect(labels).toHaveCount(8);
  await expect(labels.first()).toHaveAccessibleName('Label: 25 % 3, 75 % 7');
  const names = () => labels.evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label')).join());
  const paired = await names();
  await demo.getByRole('button', { name: 'Shuffle again' }).click();
  await expect.poll(names).not.toBe(paired);
  await demo.getByRole('img', { name: 'Blend 3' }).click();
  await expect(demo.getByRole('radio').nth(2)).toBeChecked();
  await expect(demo.getByText(/^25 % of a 0 and 75 % of a \d|met itself|Two pictures/)).toBeVisible();
});

test('an end of the segment walks from example to example, and what is asked for follows', async ({ page }) => {
  await page.goto('/articles/data-augmentation-and-vrm/');
  const demo = await awake(page, 'crossing-segment');
  const said = demo.getByRole('status').first();
  await expect(said).toContainText('Both ends are class A. On 63 % of the way');
  const end = demo.getByRole('button', { name: /^End i/ });
  const name = (await end.getAttribute('aria-label')) ?? '';
  await end.focus();
  await page.keyboard.press('ArrowDown');
  await expect(end).not.toHaveAccessibleName(name);
  await expect(page).toHaveURL(/crossing-segment\.i=\d+/);
  await expect(said).toContainText('Both ends are class A');
});

test('at a small α the wrong label is nearly whole or nearly gone', async ({ page }) => {
  await page.goto('/articles/corrupted-labels/?v=1&diluted-label.alpha=0.01#diluted-label');
  const demo = await awake(page, 'diluted-label');
  // SciPy: 48.9 % of Beta(0.01, 0.01) lie above 0.9.
  await expect(demo.getByRole('status').first()).toContainText('in 49 % of all its blends');
  await expect(demo.getByRole('img', { name: /^Label: / })).toHaveCount(6);
});

test('one λ moves the blend on its segment and in its picture, and animals follow their weights', async ({ page }) => {
  await page.goto('/articles/convex-combinations/');
  const demo = await awake(page, 'blend-on-segment');
  await demo.getByRole('slider', { name: 'λ' }).fill('0.25');
  await expect(demo.getByRole('img', { name: 'A blend of 25 % of a 7 and 75 % of a 6' })).toBeVisible();
  await expect(demo.getByRole('button', { name: /^The blend, 25 % of the way/ })).toBeVisible();
  const animals = await awake(page, 'convex-points');
  const outline = animals.getByRole('img', { name: 'The mixture of the drawings' }).locator('path').nth(1);
  const before = await outline.getAttribute('d');
  await animals.getByRole('slider', { name: 'cat' }).first().fill('10');
  await expect(outline).not.toHaveAttribute('d', before ?? '');
});
