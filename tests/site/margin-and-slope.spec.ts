import { awake, expect, more, test } from './site-test.ts';

const article = '/articles/adversarial-examples/';
const name = 'margin-and-slope';

test('margins, slopes and errors of four networks stand in the figure and among its numbers', async ({ page }) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  await expect(demo.getByRole('img', { name: 'Margins over slopes' })).toHaveAccessibleName(/ERM: margin 1\d\.\d nats/);
  await expect(demo.getByRole('heading', { name: 'Computed in advance: 48 seeds' })).toBeVisible();
  await more(demo);
  await demo.locator('details summary').last().click();
  const rows = await demo
    .locator('details[open] tbody tr')
    .evaluateAll((all) => all.map((row) => (row.querySelector('th, td')?.textContent ?? '').trim()));
  expect(rows).toEqual(expect.arrayContaining(['ERM', 'label smoothing']));
});
