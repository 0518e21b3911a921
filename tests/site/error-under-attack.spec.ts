import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/adversarial-examples/';
const name = 'error-under-attack';

test('it shows what was computed in advance for two strengths, and reads both charts at the same epsilon', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  await expect(demo.getByRole('heading', { name: 'computed in advance' })).toHaveText(
    'On digits: 16 seeds, α = 0.2, computed in advance',
  );
  await expect(demo.getByRole('img', { name: 'White box' })).toBeVisible();
  await more(demo);
  await demo.getByRole('button', { name: 'α = 1, its default on CIFAR' }).click();
  await expect(demo.getByRole('heading', { name: 'computed in advance' })).toContainText('α = 1');
  await expect(page).toHaveURL(/error-under-attack\.alpha=1\b/);

  // Clothes are chosen apart, with what was computed of them at the same strength, and on a shorter axis.
  await demo.getByRole('button', { name: 'Clothes' }).click();
  await expect(demo.getByRole('heading', { name: 'computed in advance' })).toHaveText(
    'On clothes: 8 seeds, α = 1, computed in advance',
  );
  await expect(demo.getByText('ε, % of a pixel: 2').first()).toBeVisible();
  await expect(page).toHaveURL(/error-under-attack\.data=clothes/);
});

// What GPU engines make of the study is tested in tests/gpu/studies.
test('a permalink trains one seed, attacks it, and shows the errors', async ({ page }) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.seeds=1&${name}.alpha=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demoOf(page, name)).toHaveAttribute('data-engine', 'cpu');
  await expect(demo.getByRole('heading', { name: 'trained here' })).toHaveText(
    'On digits: 1 seed, α = 1, trained here',
  );
  // What was computed in advance at this alpha stays behind both charts.
  await expect(demo.getByText('Pale behind it: 16 seeds at α = 1, computed in advance.')).toBeVisible();
  await expect(demo.locator('path.before')).toHaveCount(8);
  const details = demo.locator('details').filter({ hasText: 'Error under attack' });
  await more(demo);
  await details.locator('summary').click();
  const rows = await details
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent))));
  expect(rows.map(([epsilon]) => epsilon)).toEqual([0, 1, 2, 3, 4, 6, 8, 10, 15, 20]);
  // ERM after one step in its white box: hardly any error at first, nearly all digits wrong at the end.
  expect(rows[0]?.[1]).toBeLessThan(10);
  expect(rows.at(-1)?.[1]).toBeGreaterThan(90);
});
