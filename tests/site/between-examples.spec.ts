import { article, awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'between-examples';

/** The rows of the table twin: λ, then misses, gradient lengths and slopes of ERM, mixup and smoothing, with their intervals. */
async function tableOf(page: Parameters<typeof demoOf>[0]): Promise<number[][]> {
  const details = demoOf(page, name).locator('details.figure-table');
  await more(demoOf(page, name));
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').click();
  return details
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent.replace(',', '').replace('−', '-'))),
      ),
    );
}

test('it shows what was computed in advance; a run is stopped, keeps the seeds that were complete, and says how many', async ({
  page,
}) => {
  await page.goto(`${article}?engine=cpu#${name}`);
  const demo = demoOf(page, name);
  // Before it is touched.
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'computed in advance' })).toContainText('16 seeds');
  await awake(page, name);
  const rows = await tableOf(page);
  expect(rows).toHaveLength(11);
  const [, erm = 0, , mixup = 0] = rows[5] ?? [];
  // Design value: 13.3 % against 2.5 % over other seeds.
  expect(erm).toBeGreaterThan(10);
  expect(erm).toBeLessThan(17);
  expect(mixup).toBeLessThan(5);

  await demo.getByRole('combobox', { name: 'seeds' }).selectOption('16');
  await demo.getByRole('button', { name: 'Run it here' }).click();
  await expect(demo.locator('[data-dock]').getByRole('status').last()).toContainText('4 of 16 seeds complete', {
    timeout: 90_000,
  });
  await demo.getByRole('button', { name: 'Stop' }).click();
  await reaches(demo, 'done');
  await expect(demo.locator('[data-dock]').getByRole('status').last()).toHaveText(
    'Shown: this run, 4 of 16 seeds complete. Pale behind it: 16 seeds at α = 1, computed in advance.',
  );
  await expect(demo.getByRole('heading', { name: 'trained here' })).toContainText('4 seeds');
  expect(new URL(page.url()).searchParams.get(`${name}.seeds`)).toBe('16');
});

test('clothes are shown as computed in advance, a pair is blended at the λ that is set, and nothing is fetched; on a phone plot and dock share a window', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${article}?engine=cpu#${name}`);
  const demo = await awake(page, name);
  await expect(demo.getByRole('img', { name: 'Their blend: 50 % 5, 50 % 8' })).toBeVisible();
  await demo.getByRole('button', { name: 'Clothes' }).click();
  await expect(demo.locator('[data-dock]').getByRole('status').last()).toHaveText(
    'Shown: 16 seeds at α = 1, computed in advance. A run first fetches 0.4 MB of pictures.',
  );
  await expect(page).toHaveURL(new RegExp(`${name}\\.data=clothes`));
  await demo.getByRole('slider', { name: 'λ', exact: true }).fill('0.8');
  await expect(demo.getByRole('img', { name: 'Their blend: 80 % pullover, 20 % sneaker' })).toBeVisible();
  // Each share of the ink is a picture's opacity.
  const shares = await demo
    .getByRole('img', { name: 'Their blend' })
    .locator('i')
    .evaluateAll((inks) => inks.map((ink) => Number(getComputedStyle(ink).opacity).toFixed(2)));
  expect(shares).toEqual(['0.20', '0.80']);
  await expect(demo.getByText('λ of the first: 0.80').first()).toBeVisible();

  const height = await demo.evaluate((element) => {
    const edges = (part: string) => (element.querySelector(part) as Element).getBoundingClientRect();
    return edges('[data-dock]').bottom - edges('[data-plot]').top;
  });
  expect(height).toBeLessThanOrEqual(740);
  const rows = await tableOf(page);
  const [, erm = 0, , mixup = 0] = rows[5] ?? [];
  // Larger networks, asked halfway between unseen clothes of two classes, miss more often: 30 % against 11 %.
  expect(erm).toBeGreaterThan(15);
  expect(erm).toBeLessThan(30);
  expect(mixup).toBeLessThan(11);
  expect(fetched.filter((url) => url.endsWith('fashion-mnist.bin'))).toEqual([]);
});

test('one seed of clothes is trained, and a choice of digits shows those computed in advance again', async ({
  page,
}) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.seeds=1&${name}.data=clothes#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo.getByRole('heading', { name: 'trained here' })).toHaveText(
    'On clothes: 1 seed, α = 1, trained here',
  );
  const halfway = (await tableOf(page))[5] ?? [];
  expect(halfway[1]).toBeGreaterThan(2 * (halfway[3] as number));
  expect(halfway[7]).toBeGreaterThan(2 * (halfway[9] as number));
  await demo.getByRole('button', { name: 'Digits' }).click();
  await expect(demo.getByRole('heading', { name: 'computed in advance' })).toHaveText(
    'On digits: 16 seeds, α = 1, computed in advance',
  );
});

// What GPU engines make of the study is tested in tests/gpu/studies: a whole training in software takes them long.
test('one seed is trained and looked at between its examples', async ({ page }) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.seeds=1&${name}.alpha=2#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo.getByRole('heading', { name: 'trained here' })).toHaveText(
    'On digits: 1 seed, α = 2, trained here',
  );
  const rows = await tableOf(page);
  const halfway = rows[5] ?? [];
  // One seed tells nothing of spread, so there are no intervals.
  expect(halfway.filter((_, k) => k > 0 && k % 2 === 0)).toEqual(Array(9).fill(0));
  expect(halfway[1]).toBeGreaterThan(halfway[3] as number);
  // The gradient of the loss follows the misses in λ, then the slopes.
  expect(halfway[7]).toBeGreaterThan(2 * (halfway[9] as number));
  expect(halfway[13]).toBeGreaterThan(0);
});

test('as long as nothing of a run can be shown, the heading names the α of what is', async ({ page }) => {
  await page.goto(`${article}?v=1&engine=cpu&${name}.alpha=4#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'running');
  await expect(demo.getByRole('heading', { name: 'computed in advance' })).toHaveText(
    'On digits: 16 seeds, α = 1, computed in advance',
  );
});
