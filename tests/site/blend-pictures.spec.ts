import type { Locator, Page } from '@playwright/test';
import { awake, expect, more, reaches, test } from './site-test.ts';

const page = '/articles/what-is-mixup/';
const name = 'blend-pictures';

/** Red, green, blue of a canvas of the figure at a pixel. */
const drawnAt = (canvas: Locator, x: number, y: number): Promise<number[]> =>
  canvas.evaluate(
    (element: HTMLCanvasElement, [left, top]) =>
      Array.from(element.getContext('2d')?.getImageData(left, top, 1, 1).data.slice(0, 3) ?? []),
    [x, y] as const,
  );

/** A picture of one color in two halves, as a file of the reader's. */
async function pictureFile(page: Page, name: string, left: string, right: string) {
  const url = await page.evaluate(
    ([first, second]) => {
      const canvas = document.createElement('canvas');
      canvas.width = 300;
      canvas.height = 200;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = first as string;
      context.fillRect(0, 0, 150, 200);
      context.fillStyle = second as string;
      context.fillRect(150, 0, 150, 200);
      return canvas.toDataURL('image/png');
    },
    [left, right],
  );
  return { name, mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') };
}

// What GPU engines make of a mixture is tried in mix-digits.spec.ts, and in tests/gpu.
test('two pictures are blended: by slider, in the formula, at the ring, from words, and with the reader’s own', async ({
  page: tab,
}) => {
  await tab.goto(`${page}?engine=cpu`);
  const demo = tab.locator(`[data-demo="${name}"]`);
  const row = demo.locator('tr', { hasText: 'red' });
  const sum = '0.60 × 207 + 0.40 × 246 = 222.60';

  await test.step('before it is used the blend is two drawings, the upper one at λ, and the table does their sum', async () => {
    await expect(demo).toHaveAttribute('data-state', 'idle');
    await expect(demo.locator('.stack img').last()).toHaveCSS('opacity', '0.6');
    await expect(row).toContainText(sum);
  });

  await test.step('the slider blends a cat and a dog as the browser blends them by opacity', async () => {
    await awake(tab, name);
    await demo.getByRole('slider').fill('0.75');
    await reaches(demo, 'done');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.locator('.soft-label')).toContainText('75 %');
    await expect(demo.locator('.soft-label')).toContainText('25 %');
    await expect(
      demo.getByRole('img', { name: 'The blend: 75 % of the ginger cat and 25 % of the brown dog' }),
    ).toBeVisible();

    // The same blend by another way: the browser's own compositing of both drawings.
    const greatest = await demo.locator('.blend canvas').evaluate(async (canvas: HTMLCanvasElement) => {
      // The graphics card draws edges a little differently.
      const inMemory = { willReadFrequently: true };
      const load = async (file: string) => {
        const image = new Image();
        image.src = `/pictures/${file}.svg`;
        await image.decode();
        return image;
      };
      const [cat, dog] = await Promise.all([load('cat-ginger'), load('dog-brown')]);
      const own = new OffscreenCanvas(224, 224).getContext('2d', inMemory) as OffscreenCanvasRenderingContext2D;
      own.drawImage(dog, 0, 0, 224, 224);
      // As one layer: each shape of the cat would shine through the next one otherwise.
      const layer = new OffscreenCanvas(224, 224);
      layer.getContext('2d', inMemory)?.drawImage(cat, 0, 0, 224, 224);
      own.globalAlpha = 0.75;
      own.drawImage(layer, 0, 0);
      const expected = own.getImageData(0, 0, 224, 224).data;
      const drawn = canvas.getContext('2d')?.getImageData(0, 0, 224, 224).data ?? [];
      return expected.reduce((worst, value, k) => Math.max(worst, Math.abs(value - (drawn[k] ?? NaN))), 0);
    });
    expect(greatest).toBeLessThanOrEqual(2);
  });

  await test.step('the engine comes to the numbers that the table had', async () => {
    await demo.getByRole('slider').fill('0.6');
    await reaches(demo, 'done');
    await expect(demo.locator('.blend canvas')).toBeVisible();
    await expect(row).toContainText(sum);
  });

  await test.step('its formula shows the present numbers, sets λ when λ is dragged in it, and lights what a symbol stands for', async () => {
    const formula = tab.locator('#blend');
    const weight = formula.locator('.katex [data-sym="lambda"]').first();
    await weight.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await weight.boundingBox()) as {
      x: number;
      y: number;
      width: number;
      height: number;
    };
    // Half of what the whole range takes, from 0.6.
    await tab.mouse.move(x + width / 2, y + height / 2);
    await tab.mouse.down();
    await tab.mouse.move(x + width / 2 - 90, y + height / 2, { steps: 5 });
    await tab.mouse.up();
    await expect(demo.getByRole('slider')).toHaveAttribute('aria-valuetext', 'λ = 0.10');
    await expect(formula).toContainText('0.10 × the ginger cat + 0.90 × the brown dog');

    await formula.getByRole('slider', { name: 'λ' }).fill('25');
    await expect(demo.locator('.soft-label')).toContainText('25 %');
    await expect(formula).toContainText('0.25 × “cat” + 0.75 × “dog”');

    // One stop of the Tab key, and arrow keys from symbol to symbol.
    await formula.getByRole('button', { name: 'blended picture' }).focus();
    await expect(demo.locator('[data-sym="xt"]')).toHaveAttribute('data-lit', '');
    await tab.keyboard.press('ArrowRight');
    await tab.keyboard.press('ArrowRight');
    await expect(formula.getByRole('button', { name: 'first picture: the ginger cat' })).toBeFocused();
    await expect(demo.locator('[data-lit]')).toHaveAttribute('data-sym', 'xi');
    await expect(formula.locator('.katex [data-lit]')).toHaveAttribute('data-sym', 'xi');
    await demo.locator('[data-sym="yt"]').hover();
    await expect(formula.locator('.katex [data-lit]')).toHaveAttribute('data-sym', 'yt');
  });

  await test.step('the ring goes where it is put, by pointer and by arrow keys, and shows the sum there', async () => {
    await demo.getByRole('slider').fill('0.6');
    const cat = demo.locator('[data-side="first"] .picture');
    const box = await cat.boundingBox();
    await cat.click({ position: { x: (box?.width ?? 0) / 4, y: (box?.height ?? 0) / 2 } });
    await reaches(demo, 'done');
    // A screen pixel is wider than a pixel of the picture.
    await expect(demo.locator('caption')).toContainText(/Column 5[4-8], row 11[0-4]/);

    // The pupil of the cat, #2b1b14, and the dog's fur, #b27a47.
    await tab.getByRole('link', { name: 'the cat’s pupil' }).click();
    await expect(demo.locator('tr', { hasText: 'red' })).toContainText('0.60 × 43 + 0.40 × 178 = 97.00');

    const handle = demo.getByRole('button', { name: /^Pixel in column 80, row 114/ });
    await handle.focus();
    await tab.keyboard.press('ArrowRight');
    await tab.keyboard.press('Shift+ArrowUp');
    await expect(demo.locator('caption')).toContainText('Column 84, row 113');
    await expect(tab).toHaveURL(/blend-pictures\.x=84&blend-pictures\.y=113/);
  });

  await test.step('a reader’s own pictures are blended here, cut to their middle square, and no link carries them', async () => {
    const requests: string[] = [];
    tab.on('request', (request) => {
      if (!request.url().startsWith('data:') && request.resourceType() !== 'script') requests.push(request.url());
    });
    await more(demo);
    const chooser = tab.waitForEvent('filechooser');
    await demo.getByRole('button', { name: 'Your own picture as first picture' }).click();
    await (
      await chooser
    ).setFiles([
      await pictureFile(tab, 'red-blue.png', '#ff0000', '#0000ff'),
      await pictureFile(tab, 'black.png', '#000000', '#000000'),
    ]);
    await reaches(demo, 'done');
    const canvas = demo.locator('.blend canvas');
    await expect(canvas).toBeVisible();
    // 0.6 of pure red is 153; the middle of the picture is the border of its halves.
    await expect.poll(() => drawnAt(canvas, 30, 100)).toEqual([153, 0, 0]);
    expect(await drawnAt(canvas, 190, 100)).toEqual([0, 0, 153]);
    await expect(demo.locator('.notices')).toContainText('stays on this device');
    expect(requests.filter((url) => !url.endsWith('.svg'))).toEqual([]);

    await demo.getByRole('textbox', { name: 'label of the first picture' }).fill('flag');
    await tab.keyboard.press('Tab');
    await expect(demo.locator('.soft-label')).toContainText('flag 60 %');
    expect(tab.url()).not.toContain('flag');

    // A drawing takes the place of the picture again.
    await demo.getByRole('combobox', { name: 'start from' }).selectOption('nearly all dog');
    await expect(demo.locator('.soft-label')).toContainText('94 %');
    await expect(demo.getByRole('textbox')).toHaveCount(0);
  });

  await test.step('a dropped file that is no picture gives a sentence and changes nothing', async () => {
    const transfer = await tab.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['not a picture'], 'notes.txt', { type: 'text/plain' }));
      return data;
    });
    await demo.locator('[data-side="second"] .picture').dispatchEvent('drop', { dataTransfer: transfer });
    await expect(demo.locator('.notices')).toContainText('“notes.txt” is not a picture that this browser can read');
    await expect(demo.getByRole('img', { name: 'The brown dog', exact: true })).toBeVisible();
  });

  await test.step('two cats keep their label whole, chosen from words in the text', async () => {
    await tab.getByRole('link', { name: 'two cats' }).click();
    await reaches(demo, 'done');
    await expect(demo.locator('.soft-label')).toContainText('cat 100 %');
    await expect(demo.getByRole('combobox', { name: 'second picture' })).toHaveValue('cat-black');
  });
});

test('its address restores the view exactly, and what is impossible in it is replaced, with a sentence', async ({
  page: tab,
}) => {
  await tab.goto(`${page}?engine=cpu&v=1&${name}.lambda=7&${name}.first=cow`);
  const demo = tab.locator(`[data-demo="${name}"]`);
  await reaches(demo, 'done');
  await expect(demo.locator('.notices')).toContainText('λ = 7 is not possible; using 1.');
  await expect(demo.locator('.notices')).toContainText('first picture = cow is not possible; using cat-ginger.');

  await demo.getByRole('combobox', { name: 'first picture' }).selectOption('spotted dog');
  await demo.getByRole('slider').fill('0.3');
  await reaches(demo, 'done');
  await expect(tab).toHaveURL(/blend-pictures\.lambda=0\.3&blend-pictures\.first=dog-spotted/);
  await expect(demo.locator('.soft-label')).toContainText('100 %');
  const shown = await drawnAt(demo.locator('.blend canvas'), 112, 150);
  const { href } = new URL(tab.url());

  await tab.goto('about:blank');
  await tab.goto(href);
  await reaches(demo, 'done');
  expect(await drawnAt(demo.locator('.blend canvas'), 112, 150)).toEqual(shown);
});

test('where the browser keeps pixels from pages, it blends by opacity itself and says so', async ({ page: tab }) => {
  await tab.addInitScript(() => {
    type Read = CanvasRenderingContext2D['getImageData'];
    const read: Read = Reflect.get(CanvasRenderingContext2D.prototype, 'getImageData');
    CanvasRenderingContext2D.prototype.getImageData = function (...place) {
      const image = read.apply(this, place);
      image.data.fill(255);
      return image;
    };
  });
  await tab.goto(`${page}?engine=cpu`);
  const demo = await awake(tab, name);
  await demo.getByRole('slider').fill('0.2');
  await reaches(demo, 'failed');
  await expect(demo.locator('.notices')).toContainText('does not let pages read the pixels');
  await expect(demo.locator('.stack img').last()).toHaveCSS('opacity', '0.2');
});
