import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'alpha-sweep';
const article = '/articles/imagenet/';

test('before it is touched it shows what was computed in advance: the errors of ERM and of each α', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toContainText('16 seeds');
  const names = ['ERM', ...[0.1, 0.2, 0.4, 1, 2, 8, 32].map((alpha) => `α = ${alpha}`)];
  await expect(
    demo.getByRole('img', { name: new RegExp(names.map((name) => `${name}: \\d\\.\\d`).join('.*')) }),
  ).toBeVisible();
});

test('a short training of one seed, opened by its address, runs and is drawn; of clothes there is what was computed in advance, and nothing is fetched', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(`${article}?v=1&engine=cpu&${name}.rows=200&${name}.steps=300&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo).toHaveAttribute('data-step', '300');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toContainText('1 seed');
  // One seed has no interval, and nothing is claimed of it. On 200 digits a small network errs more than on 1,000, and far
  // less than by guessing (90 %).
  await expect(demo.locator('.sweep .band:not(.before)')).toHaveCount(0);
  await expect(demo.locator('.picture')).toContainText('Test error, by the strength α of mixup');
  await more(demo);
  await demo.getByText('Every seed, as numbers').click();
  const errors = demo.locator('details tbody tr').filter({ hasText: 'test error' }).locator('td:nth-child(3)');
  const texts = await errors.allTextContents();
  expect(texts).toHaveLength(8);
  for (const error of texts.map(Number)) {
    expect(error).toBeGreaterThan(2);
    expect(error).toBeLessThan(40);
  }

  const heading = demo.getByRole('heading', { name: /Run here|Computed in advance/ });
  await demo.getByRole('button', { name: 'Clothes' }).click();
  await expect(heading).toHaveText('Computed in advance: 16 seeds, clothes');
  await expect(page).toHaveURL(new RegExp(`${name}\\.data=clothes`));
  await expect(demo.getByRole('status').first()).toContainText('A run first fetches 0.4\u00A0MB of pictures.');
  expect(fetched.filter((address) => address.includes('fashion'))).toEqual([]);
  await demo.getByRole('button', { name: 'Digits' }).click();
  await expect(heading).toHaveText('Run here: 1 seed, digits');
});
