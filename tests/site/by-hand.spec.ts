import type { Locator, Page } from '@playwright/test';
import { article, awake, expect, figureAddress, more, reaches, test } from './site-test.ts';

/** What is pasted into an empty field. */
async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const field = page.locator('#paste');
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

/** Colors of a picture of an element along its middle row, from its left end to a share of its width. */
async function middleRow(page: Page, element: Locator, share: number): Promise<number> {
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

test('an address with a setting three times opens, and says so once', async ({ page }) => {
  const twice = '&erm-vs-mixup.alpha=2&erm-vs-mixup.alpha=2';
  await page.goto(figureAddress({ alpha: 1, step: 0 }, 'cpu').replace('#', `${twice}#`));
  const demo = await awake(page, 'erm-vs-mixup');
  await expect(demo.locator('.notices')).toHaveText('alpha is given more than once; only the first is used.');
});

test('Train, Pause and Reset keep the focus, and a double click starts without stopping', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
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
});

test('a study’s button keeps the focus from start to stop', async ({ page }) => {
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
});

test('without a clipboard, as on http pages, code and links are copied all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }));
  await page.goto(article);
  const code = page.locator('.code').first();
  await code.getByRole('button', { name: 'Copy' }).click();
  await expect(code.locator('copy-button button')).toHaveText('Copied');
  expect((await pasted(page)).trim()).toBe((await code.locator('pre').textContent())?.trim());

  const demo = await awake(page, 'mix-digits');
  await more(demo);
  await demo.getByRole('button', { name: 'Copy link to this view' }).click();
  await expect(demo.getByText('Copied.')).toBeVisible();
  expect(await pasted(page)).toMatch(/training-with-mixup\/.*#mix-digits$/);

  // Where even that is refused, the text is selected for the reader.
  await page.evaluate(() => Object.assign(document, { execCommand: () => false }));
  await code.getByRole('button', { name: /Copy|Copied/ }).click();
  await expect(code.locator('copy-button button')).toContainText('Selected');
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(
    (await code.locator('pre').innerText()).trim(),
  );
});

test('a formula is copied once, as TeX, with the words around it', async ({ page }) => {
  await page.goto('/articles/convex-combinations/');
  const paragraph = page.locator('.prose p:has(.katex)').filter({ hasText: 'be the two points' }).first();
  await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element));
  await page.keyboard.press('Control+C');
  const text = await pasted(page);
  expect(text).toContain('let $x_i$ and $x_j$ be the two points');
  expect(text).not.toMatch(/[\u200b\u2061]|x\s*i\s*x\s*_/);
});

test('forced colors keep the slider’s track and the swatches', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/articles/what-is-mixup/?engine=cpu');
  const demo = await awake(page, 'blend-pictures');
  expect(await middleRow(page, demo.getByRole('slider'), 0.25)).toBeGreaterThan(1);
  const swatch = demo.locator('.swatch').first();
  const asked = await swatch.evaluate((element: HTMLElement) => element.style.background);
  const shown = await swatch.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(shown.replaceAll(',', '')).toBe(asked.replaceAll(',', ''));
  await page.goto(`${article}?engine=cpu`);
  const other = await awake(page, 'erm-vs-mixup');
  await more(other);
  expect(await middleRow(page, other.locator('.scrub input'), 0.25)).toBeGreaterThan(1);
});

test('the chooser of pictures is part of the page and offers what can be read; a drawing gets its own sentence', async ({
  page,
}) => {
  await page.goto('/articles/what-is-mixup/?engine=cpu');
  const demo = await awake(page, 'blend-pictures');
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

test('CSV files with Greek letters say that they are UTF-8', async ({ page }) => {
  await page.goto('/results/');
  const links = await page
    .locator('a[href$=".csv"]')
    .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).href))]);
  expect(links.length).toBeGreaterThan(10);
  const greek: string[] = [];
  for (const link of links) {
    const bytes = await (await page.request.get(link)).body();
    const marked = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
    const beyondAscii = bytes.some((byte) => byte > 127);
    expect(`${link}: ${marked}`).toBe(`${link}: ${beyondAscii}`);
    if (marked) greek.push(link);
  }
  expect(greek.length).toBeGreaterThanOrEqual(5);
});

/** Texts that were changed where they stand while a reader acted, unless browsers are told to leave them alone. */
async function changedInPlace(page: Page, name: string, act: () => Promise<void>): Promise<string[]> {
  await page.evaluate((figure) => {
    const root = document.querySelector(`[data-demo="${figure}"]`);
    const found = new Set<string>();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const parent = target.parentElement;
        if (!parent?.isConnected || parent.closest('[translate="no"], option')) continue;
        found.add(`${parent.tagName.toLowerCase()}.${parent.className}: ${target.textContent ?? ''}`);
      }
    }).observe(root as Element, { characterData: true, subtree: true });
    Object.assign(window, { found });
  }, name);
  await act();
  return page.evaluate(() => [...(window as unknown as { found: Set<string> }).found]);
}

const nudge = async (page: Page, demo: Locator): Promise<void> => {
  for (const slider of await demo.getByRole('slider').all()) {
    await slider.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  }
};

/** What stands at the right of a slider for λ, and gains by it. */
const atTheRight: Readonly<Record<string, string>> = {
  'blend-pictures': '.side[data-side="first"]',
  'mix-digits': '.pictures .first',
  'label-simplex': '.end.right',
};

async function expectRisingToTheRight(page: Page, demo: Locator, name: string, right: string): Promise<void> {
  const slider = demo.getByRole('slider');
  await slider.focus();
  await expect(slider).toHaveAttribute('aria-valuetext', 'λ = 0.60');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'λ = 0.61');
  await expect(page).toHaveURL(new RegExp(`${name}\\.lambda=0\\.61`));
  const [handle, heavier] = [await slider.boundingBox(), await demo.locator(right).boundingBox()];
  if (!handle || !heavier) throw new Error('expected a slider and what it moves towards');
  expect(heavier.x + heavier.width / 2).toBeGreaterThan(handle.x + handle.width / 2);
  if (name === 'label-simplex') await expect(demo.locator(right)).toHaveText('i');
}

for (const [path, ...names] of [
  [article, 'erm-vs-mixup', 'mix-digits'],
  ['/articles/what-is-mixup/', 'blend-pictures'],
  ['/articles/convex-combinations/', 'convex-points', 'label-simplex'],
  ['/articles/alpha-and-lambda/', 'alpha-batch'],
  ['/articles/data-augmentation-and-vrm/', 'vicinities'],
  ['/articles/supervised-learning-and-erm/', 'bend-curve'],
  ['/articles/adversarial-examples/', 'attack-digit'],
  ['/articles/tabular-data/', 'tabular-data'],
] as const) {
  test(`the right arrow raises λ, and a page’s translation freezes nothing that is shown by ${names.join(' and ')}`, async ({
    page,
  }) => {
    await page.goto(`${path}?engine=cpu`);
    for (const name of names) {
      const demo = await awake(page, name);
      const right = atTheRight[name];
      if (right) await expectRisingToTheRight(page, demo, name, right);
      const changed = await changedInPlace(page, name, async () => {
        const primary = demo.locator('button.primary').first();
        if ((await primary.count()) > 0) await primary.click();
        await nudge(page, demo);
        const other = demo.getByRole('button', { name: /^(another|Another|New|Stop|Reset)/ }).first();
        if ((await other.count()) > 0) await other.click({ force: true });
        await page.waitForTimeout(500);
      });
      expect(changed, name).toEqual([]);
    }
  });
}
