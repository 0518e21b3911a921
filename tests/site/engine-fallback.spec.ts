import type { Locator } from '@playwright/test';
import { article, awake, expect, more, openSettings, reaches, test } from './site-test.ts';

/** Starting an engine in software takes its time on a busy machine. */
const starting = { timeout: 110_000 };

test('without WebGL and WebGPU the CPU engine runs, and the badge and a notice say so', async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...words: Parameters<typeof getContext>
    ) {
      return words[0].startsWith('webgl') ? null : getContext.apply(this, words);
    } as typeof getContext;
    Object.defineProperty(Navigator.prototype, 'gpu', { value: undefined });
  });
  for (const engine of ['webgl', 'webgpu']) {
    await page.goto(`${article}?engine=${engine}`);
    const demo = await awake(page, 'erm-vs-mixup');
    await more(demo);
    await demo.getByRole('button', { name: 'Step' }).click();
    await reaches(demo, 'paused');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.locator('.notices')).toContainText('cannot be used here');
    await expect(demo.locator('.engine')).toContainText('CPU');
  }
});

test('software renderers rank below the CPU engine', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, 'erm-vs-mixup');
  await more(demo);
  await demo.getByRole('button', { name: 'Step' }).click();
  await reaches(demo, 'paused');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
});

/** Trains to the end in view, so that there is time for what happens on the way. */
async function trainSlowly(demo: Locator): Promise<void> {
  await more(demo);
  await demo.getByRole('slider', { name: 'Step shown' }).fill('1000');
}

test('a run whose WebGL context is lost goes on where it was on another engine, with a notice', async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    const contexts: WebGL2RenderingContext[] = [];
    Object.assign(window, { contexts });
    HTMLCanvasElement.prototype.getContext = function (
      this: HTMLCanvasElement,
      ...words: Parameters<typeof getContext>
    ) {
      const context = getContext.apply(this, words);
      if (context instanceof WebGL2RenderingContext) contexts.push(context);
      return context;
    } as typeof getContext;
  });
  await page.goto(`${article}?engine=webgl`);
  const demo = await awake(page, 'erm-vs-mixup');
  await trainSlowly(demo);
  await expect(demo).toHaveAttribute('data-engine', 'webgl', starting);
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/, starting);
  await page.evaluate(() => {
    for (const context of (window as unknown as { contexts: WebGL2RenderingContext[] }).contexts) {
      if (!context.isContextLost()) context.getExtension('WEBGL_lose_context')?.loseContext();
    }
  });
  await expect(demo.locator('.notices')).toContainText('webgl engine lost its device');
  await expect(demo.locator('.notices')).toContainText(/Went on from step \d+ on the cpu engine/);
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  const left = Number(await demo.getAttribute('data-step'));
  await expect.poll(async () => Number(await demo.getAttribute('data-step'))).toBeGreaterThan(left);
});

test('a run whose WebGPU device is lost goes on on another engine, with a notice', async ({ page }) => {
  await page.addInitScript(() => {
    const { requestDevice } = GPUAdapter.prototype;
    const devices: GPUDevice[] = [];
    Object.assign(window, { devices });
    GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...words) {
      const device = await requestDevice.apply(this, words);
      devices.push(device);
      return device;
    };
  });
  await page.goto(`${article}?engine=webgpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  await trainSlowly(demo);
  await expect(demo).toHaveAttribute('data-engine', 'webgpu', starting);
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/, starting);
  await page.evaluate(() => {
    for (const device of (window as unknown as { devices: GPUDevice[] }).devices) device.destroy();
  });
  await expect(demo.locator('.notices')).toContainText('webgpu engine lost its device');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await expect(demo).toHaveAttribute('data-state', /running|done/);
});

test('a browser whose WebGPU never answers trains on another engine all the same', async ({ page }) => {
  await page.addInitScript(() => {
    GPU.prototype.requestAdapter = () => new Promise(() => undefined);
  });
  for (const query of ['', '?engine=cpu']) {
    await page.goto(`${article}${query}`);
    const demo = await awake(page, 'erm-vs-mixup');
    await demo.getByRole('button', { name: 'Train' }).click();
    await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/, starting);
    expect(await demo.getAttribute('data-engine'), query).toMatch(/^(webgl|cpu)$/);
  }
});

test('the reader moves a run to another engine in the site’s settings, and later pages of the visit begin with it', async ({
  page,
}) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  await trainSlowly(demo);
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/);
  await openSettings(page);
  await page.locator('site-settings select').selectOption('webgpu');
  await expect(demo).toHaveAttribute('data-engine', 'webgpu', starting);
  const step = async (): Promise<number> => Number(await demo.getAttribute('data-step'));
  const before = await step();
  await expect.poll(step, starting).toBeGreaterThan(before);
  // An address that forced an engine forces the one chosen since; the next page has no address to say so.
  await expect(page).toHaveURL(/engine=webgpu/);
  await page.goto(article);
  await openSettings(page);
  await expect(page.locator('site-settings select')).toHaveValue('webgpu');
  await page.getByRole('checkbox', { name: 'Calm' }).check();
  await page.keyboard.press('Escape');
  await expect(page.locator('site-settings summary')).toBeFocused();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-calm');
});
