import { globSync, readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { changedInPlace, expectRisingToTheRight, pasted } from './reader.ts';
import { awake, expect, figureAddress, more, reaches, test } from './site-test.ts';

/* What readers do by hand, with keys, a clipboard, translation and colors of their own, as far as one figure stands for all. */

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

/** Colors of a picture of an element from top to bottom, at a share of its width. */
async function colorsAcross(page: Page, element: Locator, share: number): Promise<number> {
  const picture = (await element.screenshot()).toString('base64');
  return page.evaluate(
    async ([data, part]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const colors = new Set<string>();
      for (let y = 0; y < image.height; y += 1) {
        colors.add(context.getImageData(Math.round(part * image.width), y, 1, 1).data.join());
      }
      return colors.size;
    },
    [picture, share] as const,
  );
}

test('ERM and mixup side by side are used by keys, without a clipboard, translated and in forced colors', async ({
  page,
}) => {
  const twice = '&erm-vs-mixup.alpha=2&erm-vs-mixup.alpha=2';
  await page.goto(figureAddress({ alpha: 1, step: 0 }, 'cpu').replace('#', `${twice}#`));
  const demo = await awake(page, 'erm-vs-mixup');

  await test.step('an address with a setting three times opens, and says so once', async () => {
    await expect(demo.locator('.notices')).toHaveText('alpha is given more than once; only the first is used.');
  });

  await test.step('Train, Pause and Reset keep the focus, and a double click starts without stopping', async () => {
    const first = demo.locator('button.primary');
    await first.focus();
    await page.keyboard.press('Enter');
    await reaches(demo, /running|paused|done/);
    await expect(first).not.toHaveText('Train');
    await expect(first).toBeFocused();
    await more(demo);
    const reset = demo.getByRole('button', { name: 'Reset' });
    await reset.focus();
    await page.keyboard.press('Enter');
    await reaches(demo, 'idle');
    expect(await focused(page)).toBe('Reset');
    await first.dblclick();
    await reaches(demo, /running|done/);
    await expect(first).toHaveText(/Pause|Go on/);
    // A run that was stopped at once would stay where it is.
    await expect(demo).toHaveAttribute('data-step', /^[1-9]\d{2,}$/);
    await reset.click();
    await reaches(demo, 'idle');
  });

  await test.step('forced colors keep the track of the slider of steps', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await more(demo);
    expect(await colorsAcross(page, demo.locator('.scrub input'), 0.25)).toBeGreaterThan(1);
    await page.emulateMedia({ forcedColors: 'none' });
  });

  const digits = await awake(page, 'mix-digits');
  await test.step('the right arrow raises λ, and a page’s translation freezes nothing that is shown', async () => {
    expect(await changedInPlace(page, 'erm-vs-mixup')).toEqual([]);
    await expectRisingToTheRight(page, digits, 'mix-digits', '.pictures .first');
    expect(await changedInPlace(page, 'mix-digits')).toEqual([]);
  });

  await test.step('without a clipboard, as on http pages, code and links are copied all the same', async () => {
    await page.evaluate(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }));
    const code = page.locator('.code').first();
    await code.getByRole('button', { name: 'Copy' }).click();
    await expect(code.locator('copy-button button')).toHaveText('Copied');
    expect((await pasted(page)).trim()).toBe((await code.locator('pre').textContent())?.trim());

    await more(digits);
    await digits.getByRole('button', { name: 'Copy link to this view' }).click();
    await expect(digits.getByText('Copied.')).toBeVisible();
    expect(await pasted(page)).toMatch(/training-with-mixup\/.*#mix-digits$/);

    // Where even that is refused, the text is selected for the reader.
    await page.evaluate(() => Object.assign(document, { execCommand: () => false }));
    await code.getByRole('button', { name: /Copy|Copied/ }).click();
    await expect(code.locator('copy-button button')).toContainText('Selected');
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
      (await code.locator('pre').innerText()).trim(),
    );
  });
});

test('a blend of pictures is used by keys, translated, in forced colors and with a picture that is none', async ({
  page,
}) => {
  await page.goto('/articles/what-is-mixup/?engine=cpu');
  const demo = await awake(page, 'blend-pictures');

  await test.step('the right arrow raises λ, and a page’s translation freezes nothing that is shown', async () => {
    await expectRisingToTheRight(page, demo, 'blend-pictures', '.side[data-side="first"]');
    expect(await changedInPlace(page, 'blend-pictures')).toEqual([]);
  });

  await test.step('forced colors keep the slider’s track and the swatches', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await colorsAcross(page, demo.getByRole('slider'), 0.25)).toBeGreaterThan(1);
    const swatch = demo.locator('.swatch').first();
    const asked = await swatch.evaluate((element: HTMLElement) => element.style.background);
    const shown = await swatch.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(shown.replaceAll(',', '')).toBe(asked.replaceAll(',', ''));
    await page.emulateMedia({ forcedColors: 'none' });
  });

  await test.step('the chooser of pictures is part of the page and offers what can be read; a drawing gets its own sentence', async () => {
    await more(demo);
    const opened = page.waitForEvent('filechooser');
    await demo.getByRole('button', { name: 'Your own picture as first picture' }).click();
    const input = (await opened).element();
    expect(await input.evaluate((element) => element.isConnected)).toBe(true);
    expect(await input.getAttribute('accept')).not.toMatch(/svg|image\/\*/);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    await (await opened).setFiles([{ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) }]);
    await expect(demo.locator('.notices')).toContainText('“logo.svg” is a drawing made of shapes (SVG)');
    await expect(page.locator('input[type="file"]')).toHaveCount(0);
  });
});

test('a study’s button keeps the focus from start to stop, and a page’s translation freezes nothing of it', async ({
  page,
}) => {
  await page.goto('/articles/tabular-data/?engine=cpu');
  const demo = await awake(page, 'tabular-data');
  const button = demo.locator('button.primary');
  await button.focus();
  await page.keyboard.press('Enter');
  await reaches(demo, /running|done/);
  await expect(button).toBeFocused();
  await more(demo);
  await demo.getByRole('button', { name: 'Stop' }).focus();
  await page.keyboard.press('Enter');
  await reaches(demo, /stopped|paused|idle|done/);
  expect(await focused(page)).toBe('Stop');
  expect(await changedInPlace(page, 'tabular-data')).toEqual([]);
});

test('a page’s translation freezes nothing that is shown by an attack', async ({ page }) => {
  await page.goto('/articles/adversarial-examples/?engine=cpu');
  await awake(page, 'attack-digit');
  expect(await changedInPlace(page, 'attack-digit')).toEqual([]);
});

test('CSV files with Greek letters say that they are UTF-8', () => {
  const files = globSync('dist/{results,paper}/*.csv');
  expect(files.length).toBeGreaterThan(10);
  const greek: string[] = [];
  for (const file of files) {
    const bytes = readFileSync(file);
    const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    const beyondAscii = bytes.some((byte) => byte > 127);
    expect(`${file}: ${marked}`).toBe(`${file}: ${beyondAscii}`);
    if (marked) greek.push(file);
  }
  expect(greek.length).toBeGreaterThanOrEqual(5);
});
