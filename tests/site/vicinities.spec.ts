import type { Locator } from '@playwright/test';
import { presets } from '../../src/islands/vicinities/presets.ts';
import { examplesOf, type Settings, type VicinityKind } from '../../src/islands/vicinities/settings.ts';
import { summarize } from '../../src/islands/vicinities/summary.ts';
import { wholeTally } from '../../src/islands/vicinities/tally.ts';
import { expectSome } from '../expect-some.ts';
import { changedInPlace } from './reader.ts';
import { awake, expect, more, reaches, recordShifts, shiftsOf, test } from './site-test.ts';

const path = '/articles/data-augmentation-and-vrm/';
const figure = 'vicinities';
const panels = ['ERM', 'Gaussian', 'mixup'] as const;

const panelOf = (demo: Locator, name: (typeof panels)[number]): Locator =>
  demo.locator(`section[aria-label^="${name}"]`);

/** The density as it is drawn: the color, strength and cells of every path. */
async function density(demo: Locator, name: (typeof panels)[number]): Promise<string[]> {
  return panelOf(demo, name)
    .locator('path[fill-opacity]')
    .evaluateAll((paths) =>
      paths.map((one) =>
        [one.getAttribute('style'), one.getAttribute('fill-opacity'), one.getAttribute('d')].join(' '),
      ),
    );
}

/** The columns and rows (from the top) of all cells that are painted. */
function cellsOf(drawn: string[]): [number, number][] {
  return drawn.flatMap((one) =>
    [...one.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, width]) =>
      Array.from({ length: Number(width) }, (_, k): [number, number] => [Number(x) + k, Number(y)]),
    ),
  );
}

/** The rows of the table twin once it shows this many draws: percentages behind the number drawn. */
async function numbers(demo: Locator, drawn: string): Promise<number[][]> {
  await more(demo);
  const details = demo.locator('details').filter({ hasText: 'in numbers' });
  if (!(await details.evaluate((element: HTMLDetailsElement) => element.open)))
    await details.locator('summary').click();
  await expect(details.locator('tbody tr td:nth-child(2)')).toHaveText([drawn, drawn, drawn]);
  return details
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.querySelectorAll('td:nth-child(n+2)'), (cell) => Number(cell.textContent.replace(/,/g, ''))),
      ),
    );
}

function expected(kind: VicinityKind, changes: Partial<Settings>): number[] {
  const settings = { ...presets[0].settings, ...changes };
  const tally = wholeTally(kind, settings);
  const { reached, mixed, onExamples, outside } = summarize(tally, examplesOf(settings));
  return [tally.drawn, 100 * reached, 100 * mixed, 100 * onExamples, 100 * outside];
}

test('virtual examples are drawn, counted, followed one by one, and shown of one example alone', async ({ page }) => {
  // What comes in between shows to those who see motion; the count is the same.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${path}?engine=cpu&v=1&${figure}.sigma=7&${figure}.drawn=-3#${figure}`);
  const demo = await awake(page, figure);
  const draw = (name: string) => demo.getByRole('button', { name, exact: true }).click();

  await test.step('impossible settings are brought into range, and said', async () => {
    await expect(demo.getByRole('status').first()).toContainText('σ = 7 is not possible');
    await expect(demo.getByRole('slider', { name: 'σ' })).toHaveAttribute('aria-valuetext', '0.50');
    await expect(demo).toHaveAttribute('data-step', '0');
    for (const name of panels) expect(await density(demo, name)).toEqual([]);
  });

  await test.step('one more virtual example is drawn hollow, on the thread to what it was made from', async () => {
    await more(demo);
    await expect(demo.locator('.virtual')).toHaveCount(0);
    await draw('Draw 1');
    await expect(demo).toHaveAttribute('data-step', '1');
    await expect(demo.locator('.virtual')).toHaveCount(3);
    await expect(panelOf(demo, 'mixup').locator('line.thread')).toHaveCount(2);
    expect(cellsOf(await density(demo, 'mixup'))).toHaveLength(1);
  });

  // Figures that count share an engine; tests/gpu holds what they count to one another.
  await test.step('all are counted, in numbers too', async () => {
    const sigma = demo.getByRole('slider', { name: 'σ' });
    await sigma.fill('10');
    await expect(sigma).toHaveAttribute('aria-valuetext', '0.10');
    await draw('Clear');
    await expect(demo).toHaveAttribute('data-step', '0');
    for (const name of panels) expect(await density(demo, name)).toEqual([]);
    await draw('Draw 10,000');
    await expect(demo).toHaveAttribute('data-step', '10000');
    await reaches(demo, 'done');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    const shown = await numbers(demo, '10,000');
    for (const [i, kind] of (['spike', 'gaussian', 'mixup'] as const).entries()) {
      // Points within a rounding error of a cell's edge may fall on either side of it.
      for (const [column, value] of expected(kind, { drawn: 10_000 }).entries())
        expect(Math.abs((shown[i]?.[column] as number) - value), `${kind}, column ${column}`).toBeLessThan(0.5);
    }
  });

  await test.step('mixup never leaves the box around the examples; clouds do', async () => {
    const columns = async (name: (typeof panels)[number]) =>
      expectSome(cellsOf(await density(demo, name)), 'cells').map(([column]) => column);
    const spikes = await columns('ERM');
    const mixed = await columns('mixup');
    expect(Math.min(...mixed)).toBeGreaterThanOrEqual(Math.min(...spikes));
    expect(Math.max(...mixed)).toBeLessThanOrEqual(Math.max(...spikes));
    expect(mixed.length).toBeGreaterThan(10 * spikes.length);
    const cloud = await columns('Gaussian');
    expect(Math.min(...cloud)).toBeLessThan(Math.min(...spikes));
  });

  await test.step('without width both vicinities are the spikes', async () => {
    await demo.getByRole('slider', { name: 'σ' }).fill('0');
    await demo.getByRole('slider', { name: 'α' }).fill('0');
    await reaches(demo, 'done');
    await expect(panelOf(demo, 'mixup')).toContainText('segments, α = 0');
    const spikes = await density(demo, 'ERM');
    expect(cellsOf(spikes).length).toBeGreaterThan(15);
    expect(await density(demo, 'Gaussian')).toEqual(spikes);
    expect(await density(demo, 'mixup')).toEqual(spikes);
  });

  await test.step('one example alone is chosen by keyboard and by a click; its spike is one cell', async () => {
    const slider = demo.getByRole('slider', { name: 'vicinity of' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', 'example 1, class A');
    await expect.poll(async () => cellsOf(await density(demo, 'ERM')).length).toBe(1);
    await expect(panelOf(demo, 'mixup').locator('circle.ring')).toHaveCount(1);

    // A click near an example chooses it, another gives all back.
    const ring = panelOf(demo, 'ERM').locator('circle.ring');
    await ring.scrollIntoViewIfNeeded();
    const box = await ring.boundingBox();
    if (!box) throw new Error('The chosen example has no ring.');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(slider).toHaveAttribute('aria-valuetext', 'all examples');
    await expect(ring).toHaveCount(0);
  });

  await test.step('a page’s translation freezes nothing that is shown', async () => {
    expect(await changedInPlace(page, figure)).toEqual([]);
  });

  await test.step('the address restores the figure exactly, the number drawn included', async () => {
    await demo.getByRole('combobox', { name: 'show' }).selectOption('Almost ERM');
    await draw('Draw 1');
    await draw('New seed');
    await expect(demo).toHaveAttribute('data-step', '20001');
    await reaches(demo, 'done');
    await expect(page).toHaveURL(
      /vicinities\.alpha=0\.1&vicinities\.drawn=20001&vicinities\.view=all&vicinities\.seed=2/,
    );
    const drawn = async () => [...(await density(demo, 'Gaussian')), ...(await density(demo, 'mixup'))];
    const before = expectSome(await drawn(), 'cells');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.reload();
    await awake(page, figure);
    await expect(demo).toHaveAttribute('data-step', '20001');
    await reaches(demo, 'done');
    expect(await drawn()).toEqual(before);
  });

  await test.step('words of a scene build on what it sets, an example alone, and give the others back', async () => {
    // Under reduced motion, as before it was reloaded, the figure is no stage.
    await page.locator('set-figure[data-set="view=mixup&around=0"] a').click();
    await more(demo);
    await expect(demo.getByRole('slider', { name: 'vicinity of' })).toHaveAttribute('aria-valuetext', 'all examples');
    await expect(demo.getByRole('slider', { name: 'examples', exact: true })).toHaveAttribute('aria-valuetext', '12');
  });
});

test('nothing moves while it is used', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await recordShifts(page);
  await page.goto(`${path}?engine=cpu`);
  const demo = await awake(page, figure);
  await demo.getByRole('button', { name: 'Draw 10,000' }).click();
  await expect(demo).toHaveAttribute('data-step', '30000');
  await more(demo);
  await demo.getByRole('combobox', { name: 'show' }).selectOption('Far from the data');
  await reaches(demo, 'done');
  await page.waitForTimeout(600);
  expect(await shiftsOf(page)).toEqual([]);
});
