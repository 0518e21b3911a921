import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const name = 'calibration';

// What is computed in advance, and what is said of it, is held in tests/content.
test('a temperature turns the diagram and its title and trains nothing; an address has one fitted for each, and a run is shown', async ({
  page,
}) => {
  await page.goto(`/articles/calibration/?engine=cpu#${name}`);
  const demo = await awake(page, name);
  const finding = demo.locator('[data-plot] p').first();
  const heading = demo.getByRole('heading', { name: 'On digits' });
  await expect(finding).toHaveText('Too modest: mixup, smoothing; about right: ERM');
  await expect(heading).toHaveText('On digits: 16 seeds, T = 1, computed in advance');
  const diagram = demo.getByRole('img', { name: 'How often answers are right' }).locator('path.line').nth(2);
  const asTrained = await diagram.getAttribute('d');

  const slider = demo.getByRole('slider', { name: 'temperature' });
  await slider.press('Home');
  await expect(finding).toHaveText('Too sure: ERM, mixup; about right: smoothing');
  await expect(diagram).not.toHaveAttribute('d', asTrained ?? '');
  await expect(demo).toHaveAttribute('data-state', 'idle');

  await demo.getByRole('combobox', { name: 'one T' }).selectOption('yes');
  await expect(finding).toHaveText('At a temperature of its own, each is about right');
  await expect(slider).toHaveAttribute('aria-valuetext', 'fitted');
  await expect.poll(() => new URL(page.url()).searchParams.get(`${name}.fitted`)).toBe('yes');
  await more(demo);
  // Four methods, as trained and at temperatures of their own.
  await demo.getByText('Before and after one temperature').click();
  await expect(demo.locator('details tbody tr')).toHaveCount(8);

  await demo.getByRole('combobox', { name: 'seeds' }).selectOption('1');
  await demo.getByRole('button', { name: 'Run it here' }).click();
  await reaches(demoOf(page, name), 'done');
  await expect(heading).toHaveText('On digits: 1 seed, a T of its own for each network, trained here');
  await expect(demo.locator('[data-dock]').getByRole('status').last()).toContainText(
    'Pale behind it: 16 seeds, computed in advance.',
  );
});
