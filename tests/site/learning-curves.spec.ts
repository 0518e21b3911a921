import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'learning-curves';
const article = '/articles/cifar/';

test('before it is touched it shows the curves computed in advance, each with its band', async ({ page }) => {
  await page.goto(`${article}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('16 seeds');
  // Two charts, of the test and of the training error, with a curve and a band for ERM and for mixup.
  await expect(demo.locator('path.interval')).toHaveCount(4);
});

test('a short training of one seed, opened by its address, draws its curves and lists them', async ({ page }) => {
  await page.goto(
    `${article}?v=1&engine=cpu&${name}.alpha=32&${name}.rows=200&${name}.steps=300&${name}.seeds=1#${name}`,
  );
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-step', '300');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
  // Sixteen seeds of another alpha and another length are nothing to compare it with.
  await expect(demo.getByText('Shown: this run, 1 of 1 seed complete.')).toHaveText(/complete\.$/);
  await expect(demo.locator('path.before')).toHaveCount(0);
  // One seed has no band.
  await expect(demo.locator('path.interval')).toHaveCount(0);
  const table = demo.locator('details').filter({ hasText: 'The curves, as numbers' });
  await more(demo);
  await table.locator('summary').click();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent)));
  expect(rows.map(([step]) => Number(step))).toEqual([50, 100, 150, 200, 250, 300]);
  // Columns: step, then mean and interval of each curve. Errors fall while the networks learn.
  for (const column of [1, 3, 5, 7]) expect(Number(rows[5]?.[column])).toBeLessThan(Number(rows[0]?.[column]));
  for (const row of rows) expect([row[2], row[4], row[6], row[8]].join('')).toBe('');
});
