import baked from '../../content/results/asked-and-learned.json' with { type: 'json' };
import { awake, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/what-mixup-asks-for/';
const name = 'asked-and-learned';

test('on a line and in the plane, what is asked for follows α, and a network learns it', async ({ page }) => {
  await page.goto(`${article}?engine=cpu&v=1&${name}.seed=2#${name}`);
  const demo = await awake(page, name);
  const wrong = async (plane: string): Promise<number> =>
    parseFloat((await demo.getByRole('region', { name: plane, exact: true }).locator('.says').textContent()) ?? '');
  const { spirals } = baked.results;

  await test.step('an address sets the seed, and both networks are trained to the same bits as in advance', async () => {
    await reaches(demo, 'done');
    expect(await wrong('ERM')).toBeCloseTo(spirals.erm.error.values[1] as number, 1);
    expect(await wrong('Learned')).toBeCloseTo(spirals['alpha-1'].mixup.error.values[1] as number, 1);
    expect(await wrong('Asked for')).toBeCloseTo(spirals['alpha-1'].asked.error.values[1] as number, 1);
  });

  await test.step('words in the text set α: less is asked of the spirals, and learned', async () => {
    await page.locator('set-figure[data-set="data=spirals&alpha=8"] a').click();
    await expect.poll(() => wrong('Asked for')).toBeCloseTo(spirals['alpha-8'].asked.error.values[1] as number, 1);
    await expect.poll(() => wrong('Learned')).toBeCloseTo(spirals['alpha-8'].mixup.error.values[1] as number, 1);
    await expect(page).toHaveURL(/asked-and-learned\.alpha=8/);
  });

  await test.step('a wider kernel changes what is asked for, and trains nothing', async () => {
    await more(demo);
    const before = await wrong('Difference');
    await demo.getByRole('slider', { name: 'width of the kernel' }).fill('20');
    await expect.poll(() => wrong('Difference')).not.toBe(before);
    await expect(demo).toHaveAttribute('data-state', 'done');
  });

  await test.step('on a line the place alone decides how many pairs blend there', async () => {
    const line = await awake(page, 'asked-on-line');
    await line.getByRole('combobox', { name: 'examples' }).selectOption({ label: 'one A, one B' });
    // Half way between one A and one B, at any α.
    await line.getByRole('slider', { name: 'place' }).fill('100');
    await expect(line.getByRole('status').first()).toHaveText(
      'One pair blends to this place. On average their label is 50 % B.',
    );
  });
});
