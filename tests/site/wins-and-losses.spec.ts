import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'wins-and-losses';
const path = '/articles/conclusions/';

test('before it is touched it shows sixteen seeds of five problems', async ({ page }) => {
  // Where no scene chooses what is seen of it.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${path}#${name}`);
  const demo = demoOf(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { level: 3 })).toHaveText('Computed in advance: 16 seeds');
  await expect(demo.locator('.picture')).toContainText('mixup averages noise away, and pays where its segments cross');
  await expect(demo.getByRole('img', { name: 'over the plane' })).toHaveCount(2 * 5);
  const spirals = demo.getByRole('region', { name: 'Two spirals' });
  await expect(spirals.getByRole('img', { name: 'blends that ask for the wrong class' })).toBeVisible();
  await expect(spirals).toContainText(/\+\d\.\d\s*0\.\d → \d\.\d/);
});

test('one problem is run by its address: mixup loses on spirals, and every seed can be read', async ({ page }) => {
  await page.goto(`${path}?v=1&engine=cpu&${name}.problem=spirals&${name}.seeds=2#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo.locator('h3').first()).toHaveText('Run here: 2 seeds');
  await expect(demo.getByRole('status').first()).toHaveText(
    'Shown: this run, 2 of 2 seeds complete. Pale behind it: 16 seeds, computed in advance.',
  );
  const texts = await demo.locator('section .strip:not(.pale) span').allTextContents();
  expect(texts).toHaveLength(1);
  const means = (texts[0] as string).split(' → ').map(Number);
  expect(means[1]).toBeGreaterThan((means[0] as number) + 2);
  await more(demo);
  await demo.getByText('Every seed, as numbers').click();
  await expect(demo.locator('tbody tr')).toHaveCount(4);
  await expect(demo.getByRole('button', { name: 'Download JSON' })).toBeVisible();
});

test('a setting that is not possible is replaced by one that is, and said', async ({ page }) => {
  await page.goto(`${path}?v=1&engine=cpu&${name}.problem=knots&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await expect(demo.locator('.notices')).toContainText('problem = knots is not possible');
  await reaches(demo, 'done');
});
