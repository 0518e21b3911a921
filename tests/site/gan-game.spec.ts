import { awake, expect, more, test } from './site-test.ts';

const article = '/articles/gans/';
const name = 'gan-game';

test('two games come as they end, play on the reader’s device, are held, and go back; the usual loss plays others', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  const planes = demo.locator('[data-plane] > svg > g[role="img"]');
  await test.step('before anything is pressed the end of a run that was computed in advance is there', async () => {
    await expect(demo).toHaveAttribute('data-step', '1500');
    await expect(planes).toHaveCount(2);
    await expect(planes.first()).toHaveAccessibleName(/^plain\. After 1500 iterations \d+ % of the generator’s points/);
    await expect(demo.getByText('Curves: 16 seeds, computed in advance.', { exact: true })).toBeVisible();
  });
  await test.step('training begins at the start, and pauses', async () => {
    await demo.getByRole('button', { name: 'Train' }).click();
    await expect(demo).toHaveAttribute('data-step', /^[1-9]0$/);
    await demo.getByRole('button', { name: 'Pause' }).click();
    await expect(demo).toHaveAttribute('data-state', 'paused');
  });
  await test.step('the slider goes back to where nobody was trained, and no further than games have come', async () => {
    const slider = demo.getByRole('slider', { name: 'iteration' });
    const reached = Number(await demo.getAttribute('data-step'));
    await slider.press('Home');
    await expect(demo).toHaveAttribute('data-step', '0');
    await expect(planes.nth(1)).toHaveAccessibleName(/^mixup\. After 0 iterations/);
    await slider.press('End');
    await expect.poll(async () => Number(await demo.getAttribute('data-step'))).toBeGreaterThanOrEqual(reached);
    expect(Number(await demo.getAttribute('data-step'))).toBeLessThan(1500);
  });
  await test.step('another loss is another pair of games, under which the formula says nothing', async () => {
    await demo.getByRole('combobox', { name: 'G’s loss' }).selectOption('non-saturating, as is usual');
    await expect(page).toHaveURL(/gan-game\.loss=non-saturating/);
    await expect(demo.getByRole('combobox', { name: 'plain and' }).locator('option')).toHaveCount(4);
    await demo.getByRole('button', { name: 'Pause' }).click();
    await expect(demo).not.toHaveAttribute('data-state', 'running');
  });
});

test('networks of the paper’s size are shown as they end and are not played; others play at their size', async ({
  page,
}) => {
  await page.goto(`${article}?v=1&${name}.size=3x512#${name}`);
  const demo = await awake(page, name);
  const planes = demo.locator('[data-plane] > svg > g[role="img"]');
  const train = demo.getByRole('button', { name: 'Train' });
  await test.step('the plain game has lost its points', async () => {
    await expect(demo).toHaveAttribute('data-step', '300');
    await expect(planes.first()).toHaveAccessibleName(
      /^plain\. After 300 iterations 0 % of .* 0 of 8 clusters are found, and 100 % of the points lie outside/,
    );
    await expect(planes.nth(1)).toHaveAccessibleName(/^mixup\. After 300 iterations [1-9]/);
    await expect(demo.getByText(/^Too slow to play here\. Curves: 8 seeds, computed in advance\.$/)).toBeVisible();
  });
  await test.step('nothing can be trained, and what was not computed can not be chosen', async () => {
    await expect(train).toHaveAttribute('aria-disabled', 'true');
    await train.click({ force: true });
    await expect(demo).toHaveAttribute('data-state', 'idle');
    await expect(demo.getByRole('combobox', { name: 'plain and' }).locator('option')).toHaveText(['mixup']);
    await expect(demo.getByRole('combobox', { name: 'G’s loss' }).locator('option')).toHaveText([/minimax/]);
  });
  await test.step('small networks play at once', async () => {
    await more(demo);
    await demo.getByRole('combobox', { name: 'both networks' }).selectOption('2 × 32 units');
    await expect(page).toHaveURL(/gan-game\.size=2x32/);
    await expect(demo).toHaveAttribute('data-step', /^[1-9]\d?0$/);
    await expect(demo.getByRole('combobox', { name: 'real points' })).toBeVisible();
  });
});
