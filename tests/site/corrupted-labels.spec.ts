import { awake, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/corrupted-labels/';
const name = 'corrupted-labels';

test('before it is touched it shows a chart for each share and the whole table, and single digits what each method answers to a wrong label', async ({
  page,
}) => {
  await page.goto(`${article}#${name}`);
  const demo = await awake(page, name);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo.getByRole('heading', { name: 'Computed in advance' })).toHaveText(
    'Computed in advance: 8 seeds, digits',
  );
  await expect(demo.locator('.charts svg[role="img"], .charts [role="img"]')).toHaveCount(3);
  await more(demo);
  await expect(demo.getByRole('rowheader')).toHaveCount(15);
  // A mark without its color would be black, and the methods told by shape alone.
  const fills = await demo
    .getByRole('row')
    .locator('svg.strip path')
    .evaluateAll((marks) => new Set(marks.map((mark) => getComputedStyle(mark).fill)).size);
  expect(fills).toBe(4);

  const figure = page.locator('#memorized-digits');
  await expect(figure.getByRole('img', { name: 'A handwritten' })).toHaveCount(12);
  const refused = figure.getByRole('table', { name: 'Labels that mixup refused' });
  await expect(refused.getByRole('img').nth(1)).toHaveAccessibleName('A handwritten 1');
  await expect(
    refused
      .getByRole('row', { name: /^label given/ })
      .getByRole('cell')
      .nth(1),
  ).toHaveText('8');
  await expect(refused.getByRole('row', { name: /^ERM/ }).getByRole('cell').nth(1)).toHaveText('8, the wrong label');
  await figure.locator('.figure-table > summary').click();
  // Digits, then clothes: a title and the four methods.
  const counts = await figure
    .locator('.figure-table tbody')
    .evaluateAll((bodies) =>
      bodies.map((body) =>
        Array.from(body.querySelectorAll('tr:has(td)'), (row) =>
          Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent)),
        ),
      ),
    );
  expect(counts.map((rows) => rows.length)).toEqual([4, 4]);
  for (const rows of counts)
    expect(new Set(rows.map((row) => row.reduce((sum, count) => sum + count, 0))).size).toBe(1);
  const [erm = [], , mixup = []] = counts[0] ?? [];
  expect(erm[0]).toBeGreaterThan(3 * (mixup[0] as number));

  const single = await awake(page, 'memorized-digits');
  await single.getByRole('button', { name: 'Clothes' }).click();
  await expect(single.getByRole('img', { name: /^A picture: [a-z]/i })).toHaveCount(8);
  await expect(refused.getByRole('row', { name: /^label given/ }).getByRole('cell')).toHaveText(
    Array(4).fill(/[a-z]{3}/i),
  );
});

// What GPU engines make of the study is tested in tests/gpu/studies.
test('one share is run and shown beside nothing else', async ({ page }) => {
  await page.goto(
    `${article}?v=1&engine=cpu&${name}.seeds=1&${name}.share=80&${name}.rows=200&${name}.steps=300#${name}`,
  );
  const demo = await awake(page, name);
  await reaches(demo, 'done');
  await expect(demo.getByRole('heading', { name: 'Run here' })).toHaveText('Run here: 1 seed, digits');
  await more(demo);
  await expect(demo.getByRole('rowheader')).toHaveText([
    'ERM',
    'ERM stopped early',
    'dropout',
    'mixup',
    'mixup + dropout',
  ]);
  await expect(demo.locator('h4')).toHaveText(['80 % of the labels redrawn']);
  // With 200 digits ERM knows most wrong labels by heart after 300 steps: 96 passes through them.
  const cellsOf = (name: string) =>
    demo
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
      .getByRole('cell')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
  const [best = 0, last = 0, , onCorrupted = 100] = await cellsOf('ERM');
  expect(best).toBeLessThanOrEqual(last);
  expect((await cellsOf('ERM stopped early')).slice(0, 2)).toEqual([best, best]);
  expect(last).toBeGreaterThan(50);
  expect(onCorrupted).toBeLessThan(50);
});
