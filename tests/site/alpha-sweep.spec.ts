import { awake, demoOf, expect, reaches, test } from './site-test.ts';

const name = 'alpha-sweep';
const article = '/articles/imagenet/';

test('before it is touched it shows what was computed in advance: a row for ERM and one for each α', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('16 seeds');
  const rows = demo.getByRole('table').first().getByRole('rowheader');
  await expect(rows).toHaveText(['ERM', ...[0.1, 0.2, 0.4, 1, 2, 8, 32].map((alpha) => `mixup, α = ${alpha}`)]);
});

test('a short training of one seed, opened by its address, runs and is drawn', async ({ page }) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.rows=200&${name}.steps=300&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo).toHaveAttribute('data-step', '300');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
  const cells = demo.getByRole('table').first().getByRole('cell');
  const texts = await cells.locator('.numbers').allTextContents();
  expect(texts).toHaveLength(24);
  // One seed has no interval. On 200 digits a small network errs more than on 1,000, and far less than by guessing (90 %).
  for (const text of texts) expect(text).not.toContain('±');
  for (const error of texts.filter((_, n) => n % 3 === 0).map(Number)) {
    expect(error).toBeGreaterThan(2);
    expect(error).toBeLessThan(40);
  }
});
