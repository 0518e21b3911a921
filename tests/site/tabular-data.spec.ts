import iris from '../../content/results/tabular-iris.json' with { type: 'json' };
import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/tabular-data/';
const name = 'tabular-data';

test('before it is touched it shows all tables, as computed in advance', async ({ page }) => {
  await page.goto(`${article}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('32');
  await expect(demo.locator('.picture')).toContainText('mixup errs more on 2 of 4 small tables, less on none');
  await expect(demo.getByRole('rowheader')).toContainText(['Iris', 'Wine', 'Breast cancer', 'Abalone']);
});

// What GPU engines make of the study is tested in tests/gpu/studies.
test('one table is fetched, standardized and learned', async ({ page }) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.seeds=8&${name}.data=wine&${name}.alpha=0.5#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo.getByRole('rowheader')).toContainText(['Wine']);
  await more(demo);
  await demo.getByText('Every split, as numbers').click();
  const means = demo.locator('details tbody tr').filter({ hasText: 'test error' }).locator('td:nth-child(3)');
  const errors = (await means.allTextContents()).map(Number);
  expect(errors).toHaveLength(2);
  // Whoever guesses is wrong on more than half of the wines; unscaled columns are hardly better.
  for (const error of errors) expect(error).toBeLessThan(15);
});

test('what was computed in advance in Node is computed here to the same bits', async ({ page }) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.seeds=32&${name}.data=iris#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await more(demo);
  await demo.getByText('Every split, as numbers').click();
  await expect(demo.getByText('Fingerprint of the final weights')).toHaveText(
    `Fingerprint of the final weights: ${iris.fingerprint}.`,
  );
});
