import { awake, expect, reaches, recordShifts, shiftsOf, test } from './site-test.ts';

const path = '/articles/what-is-mixup/';
const demos = ['blend-pictures', 'blend-batch'];

test('nothing moves while its figures are used', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await recordShifts(page);
  await page.goto(`${path}?engine=cpu`, { waitUntil: 'networkidle' });
  for (const name of demos) {
    const demo = await awake(page, name);
    await demo.getByRole('slider').press('ArrowRight');
    await reaches(demo, 'done');
  }
  await page.waitForTimeout(700);
  expect(await shiftsOf(page)).toEqual([]);
});
