import { test as withFaults } from '@playwright/test';
import { awake, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/adversarial-examples/';
const name = 'attack-digit';

test('moving epsilon turns an answer, the link keeps what was chosen, and the answers are there as numbers', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  await demo.getByRole('combobox', { name: 'picture' }).selectOption('8');
  await reaches(demo, 'done');
  const erm = demo.getByRole('region', { name: 'ERM' });
  const slider = demo.getByRole('slider');
  await slider.fill('0');
  await expect(erm.getByRole('heading')).toHaveText('ERM: still 8');
  await expect(erm.getByRole('img', { name: 'The change: 0 pixels with more ink, 0 with less' })).toBeVisible();
  // To its end: sixty steps of half a percent.
  await slider.fill('60');
  await expect(erm.getByRole('heading')).toContainText('8 became');
  await expect(
    erm.getByRole('list', { name: 'ERM, after the attack' }).getByRole('listitem').first(),
  ).not.toContainText(/^8/);
  await expect(page).toHaveURL(/attack-digit\.digit=8&attack-digit\.epsilon=30/);

  // As numbers: four columns of probabilities, each of which adds up to one.
  await more(demo);
  await demo.locator('summary').click();
  const rows = await demo
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent))));
  expect(rows.map(([digit]) => digit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // Ten numbers, each rounded to two decimals.
  for (const column of [1, 2, 3, 4]) {
    const sum = rows.reduce((all, row) => all + (row[column] ?? NaN), 0);
    expect(Math.abs(sum - 100)).toBeLessThan(0.051);
  }
});

test('clothes are attacked at their full size, and both networks’ smallest change that turns the answer is told', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  await demo.getByRole('combobox', { name: 'picture' }).selectOption({ label: 'bag' });
  await reaches(demo, 'done');
  await expect(demo.getByRole('img', { name: 'A picture of clothes: bag', exact: true })).toHaveCount(2);
  await expect(page).toHaveURL(/attack-digit\.data=clothes&attack-digit\.digit=8/);
  const turns = await demo.locator('.strip output').allTextContents();
  expect(turns).toHaveLength(2);
  // The answer of ERM stays just below that change, and is another one at it.
  const turnsAt = Number.parseFloat(turns[0] ?? '');
  const heading = demo.getByRole('region', { name: 'ERM' }).getByRole('heading');
  const slider = demo.getByRole('slider');
  // Half a percent is a step of the slider.
  await slider.fill(String(Math.ceil(2 * turnsAt) - 1));
  await expect(heading).toHaveText('ERM: still bag');
  await slider.fill(String(Math.ceil(2 * turnsAt)));
  await expect(heading).toContainText('bag became');
});

test('a permalink opens the same attack, and another network’s change is the same for both', async ({ page }) => {
  await page.goto(`${article}?v=1&${name}.digit=6&${name}.sample=3&${name}.box=black&${name}.attack=i-fgsm#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await more(demo);
  await expect(demo.getByRole('combobox', { name: 'made on' })).toHaveValue('black');
  const changes = await demo
    .getByRole('img', { name: /^The change/ })
    .evaluateAll((images) => images.map((image) => image.innerHTML));
  expect(changes).toHaveLength(2);
  expect(changes[0]).toBe(changes[1]);
});

// A download that fails is an error in the console.
withFaults(
  'an attack whose networks do not come has failed and says so; the next choice tries again',
  async ({ page }) => {
    const file = '**/data/attack-networks.json';
    await page.route(file, (route) => route.fulfill({ status: 503 }));
    await page.goto(article);
    const demo = await awake(page, name);
    await demo.getByRole('combobox', { name: 'picture' }).selectOption('8');
    await reaches(demo, 'failed');
    await expect(demo).toContainText('could not be fetched (status 503). Check the connection and try again.');
    await page.unroute(file);
    await demo.getByRole('combobox', { name: 'picture' }).selectOption('3');
    await reaches(demo, 'done');
  },
);
