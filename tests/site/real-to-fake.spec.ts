import { awake, expect, more, test } from './site-test.ts';

const article = '/articles/gans/';
const name = 'real-to-fake';

test('the plain game asks at the two ends only, mixup at the blend as well, and the link keeps it', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  const target = demo.getByRole('img', { name: /^What the discriminator should answer/ });
  await expect(target).toHaveAccessibleName(/at λ = 0.70 it is 0.70/);
  await demo.getByRole('combobox', { name: 'game' }).selectOption('Plain game');
  await expect(target).toHaveAccessibleName(/at the two ends only/);
  await expect(demo.getByRole('status').first()).toContainText('0 of 240');
  await expect(page).toHaveURL(/real-to-fake\.game=plain/);
  // Whoever asks for a strength asks for mixup.
  await more(demo);
  await demo.getByRole('slider', { name: 'α', exact: true }).press('ArrowRight');
  await expect(target).toHaveAccessibleName(/straight line/);
});

test('a permalink opens its blend', async ({ page }) => {
  await page.goto(`${article}?v=1&${name}.lambda=0.25&${name}.alpha=1&${name}.pair=3#${name}`);
  const demo = await awake(page, name);
  await expect(demo.getByRole('img', { name: 'Label: 75 % fake, 25 % real' })).toBeVisible();
  await expect(demo.getByRole('combobox', { name: 'game' }).locator('option:checked')).toHaveText('mixup, α = 1');
});
