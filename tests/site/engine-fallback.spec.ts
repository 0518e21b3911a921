import type { Locator, Page } from '@playwright/test';
import { article, awake, expect, more, openSettings, reaches, test } from './site-test.ts';

/** Starting an engine in software takes its time on a busy machine. */
const starting = { timeout: 110_000 };

/**
 * Trains small networks on a short page, to their end: before, a study shows what the CPU makes of its first seed while the
 * engine of the page gets ready.
 */
async function train(page: Page, engine = ''): Promise<Locator> {
  await page.goto(`/articles/tabular-data/?v=1&tabular-data.seeds=8&tabular-data.data=iris${engine}#tabular-data`);
  const demo = await awake(page, 'tabular-data');
  await reaches(demo, 'done');
  return demo;
}

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
    const demo = await train(page, `&engine=${engine}`);
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.locator('.notices')).toContainText('cannot be used here');
    await expect(demo.locator('.engine')).toContainText('CPU');
  }
});

test('software renderers rank below the CPU engine', async ({ page }) => {
  await expect(await train(page)).toHaveAttribute('data-engine', 'cpu');
});

test('a browser whose WebGPU never answers trains on another engine all the same', async ({ page }) => {
  await page.addInitScript(() => {
    GPU.prototype.requestAdapter = () => new Promise(() => undefined);
  });
  for (const query of ['', '&engine=cpu'])
    expect(await (await train(page, query)).getAttribute('data-engine'), query).toMatch(/^(webgl|cpu)$/);
});

/** Keeps what engines are made of, so that a test can take it from them. */
function keepDevices(): void {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...words) {
    const device = await requestDevice.apply(this, words);
    Object.assign(window, { loseWebgpu: () => device.destroy() });
    return device;
  };
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...words: Parameters<typeof getContext>) {
    const context = getContext.apply(this, words);
    if (context instanceof WebGL2RenderingContext)
      Object.assign(window, { loseWebgl: () => context.getExtension('WEBGL_lose_context')?.loseContext() });
    return context;
  } as typeof getContext;
}

test('a run moves to the engine that the reader chooses, and goes on where it was on another when that is lost', async ({
  page,
}) => {
  await page.addInitScript(keepDevices);
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  const settings = page.locator('site-settings select');
  const step = async (): Promise<number> => Number(await demo.getAttribute('data-step'));
  const goesOn = async (): Promise<void> => {
    const before = await step();
    await expect.poll(step, starting).toBeGreaterThan(before);
  };
  /** Trains towards the end in view, so that there is time for what happens on the way. */
  const trainSlowly = async (): Promise<void> => {
    await more(demo);
    await demo.getByRole('slider', { name: 'Step shown' }).fill('1000');
    await expect(demo).toHaveAttribute('data-step', /^[1-9]\d*$/, starting);
  };
  const moveTo = async (engine: string): Promise<void> => {
    await openSettings(page);
    await settings.selectOption(engine);
    await expect(demo).toHaveAttribute('data-engine', engine, starting);
  };

  await test.step('the reader moves it to WebGPU in the site’s settings', async () => {
    await trainSlowly();
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await moveTo('webgpu');
    await goesOn();
    // An address that forced an engine forces the one chosen since.
    await expect(page).toHaveURL(/engine=webgpu/);
  });

  await test.step('it loses the WebGPU device', async () => {
    await page.evaluate(() => (window as unknown as { loseWebgpu: () => void }).loseWebgpu());
    await expect(demo.locator('.notices')).toContainText('webgpu engine lost its device');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo).toHaveAttribute('data-state', /running|done/);
  });

  await test.step('it loses the context of WebGL', async () => {
    await more(demo);
    await demo.getByRole('button', { name: 'Reset' }).click();
    await reaches(demo, 'idle');
    await trainSlowly();
    await moveTo('webgl');
    await goesOn();
    await page.evaluate(() => (window as unknown as { loseWebgl: () => void }).loseWebgl());
    await expect(demo.locator('.notices')).toContainText('webgl engine lost its device');
    await expect(demo.locator('.notices')).toContainText(/Went on from step \d+ on the cpu engine/);
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await goesOn();
  });

  await test.step('later pages of the visit begin with it, whose address says nothing of it, and with what else was set', async () => {
    await page.goto('/glossary/');
    await openSettings(page);
    await expect(settings).toHaveValue('webgl');
    await page.getByRole('checkbox', { name: 'Calm' }).check();
    await page.keyboard.press('Escape');
    await expect(page.locator('site-settings summary')).toBeFocused();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-calm');
  });
});
