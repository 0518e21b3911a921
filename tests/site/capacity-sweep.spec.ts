import { awake, demoOf, expect, reaches, test } from './site-test.ts';

const name = 'capacity-sweep';
const speech = '/articles/speech/';

test('before it is touched it shows what was computed in advance, mixup against ERM for each width', async ({
  page,
}) => {
  await page.goto(`${speech}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('16 seeds');
  const rows = demo.getByRole('table', { name: /six widths/ }).getByRole('row');
  // A head, six widths, and under each of them ERM and two strengths of mixup.
  await expect(rows).toHaveCount(1 + 6 * 4);
  const erm = rows.filter({ hasText: 'ERM' });
  await expect(erm).toHaveCount(7);
  await expect(erm.last().getByRole('cell').nth(1)).toHaveText('');
});

test('a permalink runs every width with one seed and shows the numbers', async ({ page }) => {
  await page.goto(`${speech}?v=1&engine=cpu&${name}.rows=200&${name}.steps=300&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
  await demo.getByText('Every seed, as numbers').click();
  const widest = demo.locator('details tbody tr').filter({ hasText: '128 units' });
  const smallest = demo.locator('details tbody tr').filter({ hasText: /^4 units/ });
  await expect(widest).toHaveCount(8);
  await expect(smallest).toHaveCount(8);
  const errorOf = async (row: typeof widest): Promise<number> =>
    Number(await row.first().locator('td').nth(2).innerText());
  expect(await errorOf(smallest)).toBeGreaterThan(await errorOf(widest));
});
