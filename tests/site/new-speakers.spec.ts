import { awake, expect, more, reaches, test } from './site-test.ts';

const name = 'new-speakers';

// What is computed in advance, and what is said of it, is held in tests/content.
test('a permalink runs every width with one seed; another split of speakers is shown as computed in advance, and the run again at its own', async ({
  page,
}) => {
  await page.goto(`/articles/speech/?v=1&engine=cpu&${name}.steps=100&${name}.seeds=1#${name}`);
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  const heading = demo.getByRole('heading', { name: /Run here|Computed in advance/ });
  await expect(heading).toHaveText('Run here: 1 seed, speakers drawn anew, α = 0.2');
  const changes = demo.getByRole('img', { name: 'Change of the' });
  await expect(changes).toHaveAccessibleName(
    /^Change of the test error .*4 units: [+−]?\d+\.\d; .*128 units: [+−]?\d+\.\d$/,
  );

  await more(demo);
  const speakers = demo.getByRole('combobox', { name: 'speakers', exact: true });
  await speakers.selectOption('historical');
  await expect(heading).toHaveText('Computed in advance: 16 seeds, the historical split, α = 0.2');
  await expect(demo.getByRole('status').first()).toContainText('This run: 1 of 1 seed complete');
  await demo.getByRole('combobox', { name: 'shown', exact: true }).selectOption('rescaled');
  await expect(changes).toHaveAccessibleName(/^Change of the loss after one temperature/);
  await speakers.selectOption('anew');
  await expect(heading).toHaveText('Run here: 1 seed, speakers drawn anew, α = 0.2');

  await demo.getByText('Every seed, as numbers').click();
  // Six widths, four methods, four measures.
  await expect(demo.locator('details tbody tr').filter({ hasText: 'units' })).toHaveCount(6 * 4 * 4);
});
