import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'capacity-sweep';
const speech = '/articles/speech/';

test('before it is touched it shows what was computed in advance for each width, and at a press the other strength of mixup', async ({
  page,
}) => {
  await page.goto(`${speech}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('16 seeds');
  const widths = [4, 8, 16, 32, 64, 128];
  const changes = demo.getByRole('img', { name: 'Change of the error' });
  await expect(changes).toHaveAccessibleName(
    new RegExp(widths.map((width) => `${width} units: [+−]\\d+ %`).join('; ')),
  );
  await expect(demo.locator('.picture')).toContainText('mixup gains from 64 units up');

  // The other strength of mixup, with what it says; nothing is trained for it.
  await awake(page, name);
  await demo.getByRole('button', { name: 'α = 1' }).click();
  await expect(demo.locator('.picture')).toContainText('mixup gains at no size of the network');
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await more(demo);
  await demo.getByRole('checkbox', { name: 'Show single seeds' }).check();
  // Sixteen seeds of ERM, of mixup and of their difference, at six sizes.
  await expect(demo.locator('.sweep .seed')).toHaveCount(3 * 16 * 6);
});

test('a permalink runs every width with one seed and shows the numbers', async ({ page }) => {
  await page.goto(`${speech}?v=1&engine=cpu&${name}.rows=200&${name}.steps=300&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
  await more(demo);
  await demo.getByText('Every seed, as numbers').click();
  const widest = demo.locator('details tbody tr').filter({ hasText: '128 units' });
  const smallest = demo.locator('details tbody tr').filter({ hasText: /^4 units/ });
  await expect(widest).toHaveCount(8);
  await expect(smallest).toHaveCount(8);
  const errorOf = async (row: typeof widest): Promise<number> =>
    Number(await row.first().locator('td').nth(2).innerText());
  expect(await errorOf(smallest)).toBeGreaterThan(await errorOf(widest));
});
