import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'ablation';
const ablationArticle = '/articles/ablation/';

test('before it is run it shows what was computed in advance against ERM: parts of mixup, depths, strengths, with either decay', async ({
  page,
}) => {
  await page.goto(`${ablationArticle}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('16 seeds');
  await expect(demo.getByText('Soft labels help most here')).toBeVisible();
  const rows = demo.getByRole('table', { name: /Variants of mixup/ }).getByRole('row');
  // A head, and every variant but ERM, which the others are compared with, in order of their errors.
  await expect(rows).toHaveCount(1 + 12);
  const changes = await rows
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => Number.parseFloat(cell.textContent.replace('−', '-'))));
  expect(changes).toEqual(changes.toSorted((a, b) => a - b));
  expect(changes[0]).toBeLessThan(0);

  await awake(page, name);
  await demo.getByRole('combobox', { name: 'shown', exact: true }).selectOption('layers');
  await demo.getByRole('combobox', { name: 'decay', exact: true }).selectOption('strong');
  await expect(rows).toHaveCount(1 + 6);
  await expect(rows.nth(2)).toContainText(/hidden layer 1.*, in the paper −0\.7$/s);
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('weight decay 0.0005');
  await expect(demo).toHaveAttribute('data-state', 'idle');
});

test('a permalink runs every variant with one seed and shows the numbers', async ({ page }) => {
  await page.goto(`${ablationArticle}?v=1&engine=cpu&${name}.rows=200&${name}.steps=300&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
  await more(demo);
  await demo.getByText('Every seed, as numbers').click();
  // Three numbers for each variant with the weak decay but ERM, of either network, which has nothing to be compared with.
  await expect(demo.locator('details tbody tr')).toHaveCount(3 * 27 - 2);
  const errors = await demo
    .locator('details tbody tr')
    .filter({ hasText: 'test error' })
    .evaluateAll((rows) => rows.map((row) => Number(row.querySelectorAll('td')[2]?.textContent)));
  expect(errors).toHaveLength(27);
  for (const error of errors) expect(error).toBeLessThan(40);
});
