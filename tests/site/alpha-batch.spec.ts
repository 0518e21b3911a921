import type { Locator } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import { changedInPlace } from './reader.ts';
import { awake, demoOf, expect, more, reaches, test } from './site-test.ts';

const chapter = '/articles/alpha-and-lambda/';

/** The pictures of the mini-batch as they are drawn: the ink of their 64 pixels, row by row, in steps of 1/64. */
const pictures = async (demo: Locator): Promise<number[][]> => {
  const images = await demo.locator('.tile > svg').evaluateAll((all) =>
    all.map((image) => {
      const pixels = new Array<number>(64).fill(0);
      for (const path of image.querySelectorAll('path')) {
        for (const [, x, y, run] of (path.getAttribute('d') ?? '').matchAll(/M(\d) (\d)h(\d)/g)) {
          pixels.fill(
            Number(path.getAttribute('fill-opacity')),
            8 * Number(y) + Number(x),
            8 * Number(y) + Number(x) + Number(run),
          );
        }
      }
      return pixels;
    }),
  );
  return expectSome(images, 'pictures');
};

/** The greatest difference of ink between two pictures. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((ink, k) => Math.abs(ink - (b[k] ?? NaN))));

/** The greatest difference of ink between two mini-batches. */
const batchesApart = (a: readonly number[][], b: readonly number[][]): number =>
  Math.max(...a.map((picture, n) => apart(picture, b[n] ?? [])));

/** One step of ink, and what float32 and rounding in the page may add. */
const oneStep = 1 / 16 + 1e-9;

/** What stands under the pictures. */
const weights = async (demo: Locator): Promise<number[]> =>
  expectSome(await demo.locator('.tile > p').allInnerTexts(), 'weights').map((text) => Number(text.replace('λ', '')));

/** Opens the table of pairs and reads it. */
async function table(demo: Locator): Promise<number[][]> {
  await more(demo);
  await demo.getByText('The pairs of this mini-batch as a table').click();
  return pairs(demo);
}

/** The rows of the open table of pairs: number, first digit, second digit, lambda, share of the weaker in percent. */
async function pairs(demo: Locator): Promise<number[][]> {
  const rows = demo.getByRole('region', { name: 'The pairs of this mini-batch as a table' }).locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((all) =>
    all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => Number(cell.textContent))),
  );
}

// Figures that mix share an engine; mix-digits is tried on all, and tests/gpu holds what they mix to one another.
test('α, the kind of draw and the number of draws are set in the figure and by words, and its address restores it', async ({
  page,
}) => {
  await page.goto(`${chapter}?engine=cpu`);
  const demo = await awake(page, 'alpha-batch');
  const untouched = await pictures(demo);
  expect(new Set(await weights(demo)).size).toBeGreaterThan(5);
  const values = demo.getByRole('combobox', { name: 'the paper’s' });
  const per = (kind: string): Locator => demo.getByRole('radio', { name: kind, exact: true });

  await test.step('presets and the slider set α, and the mini-batch is mixed anew', async () => {
    await values.selectOption('α = 32');
    await reaches(demo, 'done');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.locator('.notice')).toContainText('50 % and 80 % wrong labels');
    await expect(demo.locator('.batch [role="status"]')).toContainText('0 of 16');
    for (const lambda of await weights(demo)) expect(Math.abs(lambda - 0.5)).toBeLessThan(0.3);
    expect(batchesApart(await pictures(demo), untouched)).toBeGreaterThan(0.2);

    // Back at the first value the engine draws what was computed in advance.
    await values.selectOption('α = 1');
    await expect.poll(async () => batchesApart(await pictures(demo), untouched)).toBeLessThanOrEqual(oneStep);
  });

  await test.step('one λ for each mini-batch mixes all pictures alike', async () => {
    await more(demo);
    await per('mini-batch').check();
    await expect.poll(async () => new Set(await weights(demo)).size).toBe(1);
    await expect(demo.locator('.shares')).toContainText('λ drawn so far: 1.');
    await per('pair').check();
    await expect.poll(async () => new Set(await weights(demo)).size).toBeGreaterThan(5);
  });

  await test.step('at α = 0 nothing is mixed: each picture is an image of its first digit', async () => {
    const slider = demo.getByRole('slider', { name: 'α' });
    await slider.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', '0 (ERM)');
    await expect.poll(() => weights(demo)).toEqual(new Array(16).fill(1));
    await expect(demo.locator('.strength')).toContainText('nothing is mixed');
    await reaches(demo, 'done');
  });

  await test.step('a picture is the weighted average of an image of its first digit and one of its second', async () => {
    const csv = await (await page.request.get('/data/digits-sample.csv')).text();
    const lines = csv.trim().split('\n').slice(1);
    const images = lines.map((line) => line.split(',').map(Number));
    const imagesOf = (digit: number) =>
      images.filter((image) => image[64] === digit).map((image) => image.slice(0, 64).map((ink) => ink / 16));
    const rows = await table(demo);
    const firsts = await pictures(demo);
    expect(firsts).toHaveLength(16);
    firsts.forEach((picture, n) => {
      expect(imagesOf(rows[n]?.[1] ?? NaN).filter((image) => apart(image, picture) === 0)).toHaveLength(1);
    });

    await values.selectOption('α = 1');
    await expect.poll(async () => new Set(await weights(demo)).size).toBeGreaterThan(5);
    const mixed = await pictures(demo);
    const mixedRows = await pairs(demo);
    mixed.forEach((picture, n) => {
      const [, , second, lambda] = mixedRows[n] as [number, number, number, number];
      const nearest = imagesOf(second).map((image) =>
        apart(
          image.map((ink, k) => lambda * (firsts[n]?.[k] ?? NaN) + (1 - lambda) * ink),
          picture,
        ),
      );
      // Half a step of ink, and what rounding λ in the table adds.
      expect(Math.min(...nearest)).toBeLessThan(1 / 32 + 0.008);
    });
  });

  await test.step('words in the text set the figure, and its address restores it exactly', async () => {
    await page.locator('set-figure[data-set="alpha=0.2&per=batch"] a').click();
    await expect(demo.locator('.shares')).toContainText('λ drawn so far: 1.');
    await demo.getByRole('button', { name: 'Draw again' }).click();
    await expect(demo).toHaveAttribute('data-step', '2');
    await reaches(demo, 'done');
    await expect(page).toHaveURL(/alpha-batch\.alpha=0\.2&alpha-batch\.per=batch&alpha-batch\.draw=2/);
    const before = await pictures(demo);

    await page.reload();
    await expect(demo).toHaveAttribute('data-step', '2');
    await reaches(demo, 'done');
    expect(batchesApart(await pictures(demo), before)).toBe(0);
    await more(demo);
    await expect(per('mini-batch')).toBeChecked();
  });

  await test.step('drawing again goes on from the seed, counts more, and starting over gives the same mini-batch', async () => {
    await per('pair').check();
    await demo.getByRole('button', { name: 'Back to the first' }).click();
    await expect(demo).toHaveAttribute('data-step', '1');
    await reaches(demo, 'done');
    const first = await weights(demo);
    await demo.getByRole('button', { name: 'Draw again' }).click();
    await expect(demo).toHaveAttribute('data-step', '2');
    expect(await weights(demo)).not.toEqual(first);
    await demo.getByRole('button', { name: 'Draw 20 more' }).click();
    await expect(demo).toHaveAttribute('data-step', '22');
    await expect(demo.locator('.shares')).toContainText('λ drawn so far: 352.');
    const share = Number(/tenths: (\d+) %/.exec(await demo.locator('.shares').innerText())?.[1]);
    expect(Math.abs(share - 67)).toBeLessThan(10);
    await demo.getByRole('button', { name: 'Back to the first' }).click();
    await expect(demo).toHaveAttribute('data-step', '1');
    expect(await weights(demo)).toEqual(first);
  });

  await test.step('the count of barely mixed pairs is the number of dashed frames and of such rows in the table', async () => {
    const barely = await demo.locator('.tile.barely').count();
    expect(barely).toBeGreaterThan(5);
    await table(demo);
    const barelyInTable = async (): Promise<number> =>
      (await pairs(demo)).filter(([, , , lambda]) => Math.min(lambda ?? NaN, 1 - (lambda ?? NaN)) < 0.1).length;
    // A table that was folded takes the present rows once it is open.
    await expect.poll(barelyInTable).toBe(barely);
    await expect(demo.locator('.batch [role="status"]')).toContainText(`${barely} of 16`);
  });

  await test.step('another seed draws another mini-batch', async () => {
    const first = await weights(demo);
    await demo.getByRole('spinbutton', { name: 'seed' }).fill('7');
    await demo.getByRole('spinbutton', { name: 'seed' }).press('Enter');
    await expect.poll(() => weights(demo)).not.toEqual(first);
  });

  await test.step('a page’s translation freezes nothing that is shown', async () => {
    expect(await changedInPlace(page, 'alpha-batch')).toEqual([]);
  });
});

test('an address that asks for the impossible is answered with what is possible, and a sentence', async ({ page }) => {
  await page.goto(`${chapter}?v=1&alpha-batch.alpha=1000&alpha-batch.draw=0&alpha-batch.per=pixel&engine=abacus`);
  const demo = demoOf(page, 'alpha-batch');
  await reaches(demo, 'done');
  await expect(demo.locator('.notices')).toContainText('α = 1000 is not possible; using 100.');
  await expect(demo.locator('.notices')).toContainText('using 1.');
  await expect(demo.locator('.notices')).toContainText('using example.');
  await expect(demo.locator('.notices')).toContainText('There is no engine "abacus"');
});
