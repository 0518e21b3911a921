import { awake, expect, reaches, test } from './site-test.ts';

const page = '/articles/what-is-mixup/';
const name = 'blend-batch';

// Figures that mix share an engine; mix-digits is tried on all, and tests/gpu holds what they mix to one another.
test('twelve blends are drawn anew, by words, keys and an address', async ({ page: tab }) => {
  await tab.goto(`${page}?engine=cpu`);
  const demo = tab.locator(`[data-demo="${name}"]`);

  await test.step('a batch is drawn as the browser blends pictures by opacity', async () => {
    const before = tab.locator(`[data-demo="${name}"] .tile`);
    const layers = await before.evaluateAll((tiles) =>
      tiles.map((tile) => Array.from(tile.querySelectorAll('img'), (image) => [image.src, image.style.opacity || '1'])),
    );
    expect(layers).toHaveLength(12);
    const labels = await before.allInnerTexts();

    await awake(tab, name);
    await demo.getByRole('button', { name: 'Draw another batch' }).click();
    await reaches(demo, 'done');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.locator('.seed')).toHaveText('seed 2');
    await expect.poll(() => before.allInnerTexts()).not.toEqual(labels);
    // Back to the batch that the page came with.
    await tab.evaluate(() =>
      document.dispatchEvent(new CustomEvent('figure:set', { detail: { figure: 'blend-batch', set: { seed: '1' } } })),
    );
    await expect.poll(() => before.allInnerTexts()).toEqual(labels);
    const greatest = await demo.locator('.tile canvas').evaluateAll(async (canvases, pairs) => {
      // The graphics card draws edges a little differently.
      const inMemory = { willReadFrequently: true };
      let worst = 0;
      for (const [k, canvas] of canvases.entries()) {
        const own = new OffscreenCanvas(112, 112).getContext('2d', inMemory) as OffscreenCanvasRenderingContext2D;
        for (const [source, opacity] of pairs[k] ?? []) {
          const image = new Image();
          image.src = source as string;
          await image.decode();
          const layer = new OffscreenCanvas(112, 112);
          layer.getContext('2d', inMemory)?.drawImage(image, 0, 0, 112, 112);
          own.globalAlpha = Number(opacity);
          own.drawImage(layer, 0, 0);
        }
        const expected = own.getImageData(0, 0, 112, 112).data;
        const drawn = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 112, 112).data ?? [];
        for (const [i, value] of expected.entries()) worst = Math.max(worst, Math.abs(value - (drawn[i] ?? NaN)));
      }
      return worst;
    }, layers);
    expect(greatest).toBeLessThanOrEqual(2);
  });

  await test.step('words in the text set α, and the share of faint blends follows', async () => {
    await expect(demo.locator('.count')).toContainText('67 %');
    await tab.locator('set-figure[data-set="alpha=1"] a').click();
    await expect(demo.locator('.count')).toContainText('20 %');
    await tab.locator('set-figure[data-set="alpha=8"] a').click();
    await expect(demo.locator('.count')).toContainText('0 of 12');
    await expect(tab).toHaveURL(/blend-batch\.alpha=8/);
  });

  await test.step('the address restores α and seed, and the slider moves α from the keyboard', async () => {
    await tab.goto(`${page}?engine=cpu&v=1&${name}.alpha=2&${name}.seed=41`);
    await reaches(demo, 'done');
    await expect(demo.locator('.seed')).toHaveText('seed 41');
    const slider = demo.getByRole('slider');
    await expect(slider).toHaveAttribute('aria-valuetext', '2');
    const labels = await demo.locator('.tile').allInnerTexts();
    await slider.focus();
    await tab.keyboard.press('ArrowLeft');
    await expect(slider).not.toHaveAttribute('aria-valuetext', '2');
    await expect.poll(() => demo.locator('.tile').allInnerTexts()).not.toEqual(labels);
    await tab.keyboard.press('ArrowRight');
    await expect.poll(() => demo.locator('.tile').allInnerTexts()).toEqual(labels);
  });
});
