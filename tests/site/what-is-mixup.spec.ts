import { awake, expect, reaches, recordShifts, shiftsOf, test } from './site-test.ts';

const path = '/articles/what-is-mixup/';
const demos = ['blend-pictures', 'blend-batch'];

test('nothing moves while its figures are used', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await recordShifts(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  for (const name of demos) {
    const demo = await awake(page, name);
    await demo.getByRole('slider').press('ArrowRight');
    await reaches(demo, 'done');
  }
  await page.waitForTimeout(700);
  expect(await shiftsOf(page)).toEqual([]);
});

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test('all four figures show their pictures, numbers and captions, and no control that would do nothing', async ({
    page,
  }) => {
    await page.goto(path);
    for (const name of [...demos, 'training-and-testing', 'paper-changes']) {
      await expect(page.locator(`figure#${name} figcaption strong`)).toBeVisible();
    }
    await expect(page.locator('#blend-pictures .stack img')).toHaveCount(2);
    await expect(page.locator('#blend-pictures').getByRole('row', { name: 'red' })).toContainText('222.60');
    await expect(page.locator('#blend-batch .tile')).toHaveCount(12);
    await expect(page.locator('#blend-batch .count')).toContainText('67 %');
    await expect(page.locator('#blend-pictures').getByRole('button', { name: /Your own/ })).toBeHidden();
    await expect(page.locator('#paper-changes tbody tr')).toHaveCount(9);
    await expect(page.locator('#paper-changes').getByRole('row', { name: /LeNet/ })).toContainText('10.3 → 11.3');
  });
});
