import type { Locator } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import { onPhone } from './finger.ts';
import { packedSize } from './packed-size.ts';
import {
  articles,
  asNewReader,
  awake,
  demoOf,
  devTools,
  expect,
  reaches,
  recordShifts,
  shiftsOf,
  test,
} from './site-test.ts';

test('the blend moves once by itself to half way, paints what both networks say, and goes on under the reader’s hand', async ({
  page,
}) => {
  await asNewReader(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const files: Promise<{ url: string; bytes: number; text: string }>[] = [];
  page.on('response', (response) => {
    const isText = ['document', 'script', 'stylesheet', 'fetch'].includes(response.request().resourceType());
    files.push(
      response.body().then((body) => ({
        url: response.url(),
        // Hosts pack text; typefaces are packed already.
        bytes: isText ? packedSize(response.url(), body) : body.length,
        text: isText ? body.toString() : '',
      })),
    );
  });
  await page.goto('/');
  const demo = demoOf(page, 'between-pictures');
  const slider = demo.getByRole('slider');
  const usual = demo.getByRole('img', { name: /^Trained as usual/ });
  const mixup = demo.getByRole('img', { name: /^Trained with mixup/ });
  await expect(slider).toHaveValue(/^0\.[0-2]/, { timeout: 30_000 });
  const { frames, moved, written } = await framesOfMove(demo.locator('.blend'));
  console.log(`The opening: of ${frames} frames the blend moved in ${moved}, and was written ${written} times`);
  expect(moved).toBeGreaterThan(0.8 * frames);
  expect(written).toBeLessThan(0.4 * frames);
  const nudges = demo.locator('.knob').evaluate(
    (knob) =>
      new Promise<number>((resolve) => {
        let times = 1;
        knob.addEventListener('animationiteration', () => (times += 1));
        knob.addEventListener('animationend', () => resolve(times));
      }),
  );
  await expect(demo.getByText('drag the picture on')).toBeVisible({ timeout: 30_000 });
  await expect(slider).toHaveValue('0.5');
  expect(await nudges, 'nudges of the knob').toBe(2);
  await expect(usual).toHaveAccessibleName(/ sure\. There is no \d\.$/);
  await expect(mixup).toHaveAccessibleName(/ and .* Both are there\.$/);
  await expect(slider).toHaveAttribute('aria-valuetext', /^50\s% \d, 50\s% \d\. Trained as usual: .* mixup: /);

  const loaded = await Promise.all(files);
  const bytes = loaded.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`The home page: ${bytes} bytes in ${loaded.length} files`);
  expect(bytes).toBeLessThanOrEqual(250_000);
  for (const { text, url } of expectSome(
    loaded.filter((file) => file.url.endsWith('.js')),
    'scripts',
  ))
    expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);

  // The blend itself is the handle.
  const { x, y, width } = await middleOf(slider);
  await page.mouse.move(x + 20, y - 30);
  await page.mouse.down();
  await page.mouse.move(x + 20 + width / 4, y - 30, { steps: 4 });
  await page.mouse.up();
  const dragged = Number(await slider.inputValue());
  expect(dragged).toBeGreaterThan(0.7);
  expect(dragged).toBeLessThan(1);
  await expect(demo.getByText('drag the picture on')).toBeHidden();
  await page.keyboard.press('ArrowLeft');
  expect(Number(await slider.inputValue())).toBeLessThan(dragged);
  await page.keyboard.press('End');
  await expect(slider).toHaveValue('1');
  const last = (await slider.getAttribute('aria-label'))?.at(-1) ?? '';
  await expect(usual).toHaveAccessibleName(new RegExp(`^Trained as usual: ${last}\\.`));

  const firstPair = await slider.getAttribute('aria-label');
  await demo.getByRole('button', { name: 'Another pair' }).click();
  await expect(slider).not.toHaveAttribute('aria-label', firstPair ?? '');
  await expect(slider).toHaveValue('0.5');
  await expect(usual).toHaveAccessibleName(/There is no \d\.$/);
  await expect(demo.getByText(/^This pair was chosen/)).toBeVisible();
  await demo.getByRole('button', { name: 'Any pair' }).click();
  await expect(demo.getByText(/^This pair was drawn by lot/)).toBeVisible();

  await test.step('a finger moves the blend across, and the page up and down, wherever it begins', () =>
    onPhone(
      page,
      async (drag) => {
        const swipe = async (across: number, down: number): Promise<void> => {
          const { x, y } = await middleOf(slider);
          await drag(
            { x, y },
            ...[0.1, 0.25, 0.5, 0.75, 1].map((part) => ({ x: x + part * across, y: y + part * down })),
          );
        };
        const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
        // The buttons may have been brought into view over the stage.
        await slider.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
        const top = await scrolled();
        await swipe(80, 0);
        await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(0.7);
        expect(await scrolled()).toBe(top);
        const swiped = await slider.inputValue();
        await slider.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
        const before = await scrolled();
        await swipe(0, -150);
        await expect.poll(scrolled).toBeGreaterThan(before + 50);
        await expect(slider).toHaveValue(swiped);
      },
      { mayScroll: true },
    ));

  await demo.getByRole('button', { name: 'Clothes' }).click();
  await expect(slider).toHaveAccessibleName(/^From the \D+ to the \D+$/);
  await expect(slider).toHaveValue('0.5');
  await expect(usual).toHaveAccessibleName(/ sure\. There (is|are) none\.$/);
  await expect(mixup).toHaveAccessibleName(/ and .* Both are there\.$/);
  await expect(demo.getByRole('button', { name: 'Clothes' })).toHaveAttribute('aria-pressed', 'true');
  // Long names find room on the narrowest phones.
  await page.setViewportSize({ width: 360, height: 740 });
  for (let pair = 0; pair < 12; pair += 1) {
    expect(await wordsBeyond(demo), (await slider.getAttribute('aria-label')) ?? '').toEqual([]);
    await demo.getByRole('button', { name: 'Another pair' }).click();
  }
});

/** Of the frames of one second, in how many an element stood elsewhere than before, and how often scripts set its style. */
const framesOfMove = (element: Locator): Promise<{ frames: number; moved: number; written: number }> =>
  element.evaluate(async (element) => {
    let [frames, moved, written] = [0, 0, 0];
    // Called once for all that a script does at a time.
    const observer = new MutationObserver(() => (written += 1));
    observer.observe(element, { attributeFilter: ['style'] });
    let place = NaN;
    const began = performance.now();
    while (performance.now() - began < 1000) {
      await new Promise(requestAnimationFrame);
      const { left } = element.getBoundingClientRect();
      frames += 1;
      if (left !== place) moved += 1;
      place = left;
    }
    return { frames, moved, written };
  });

/** What the stage says that ends beyond it, with the blend at a few places. */
const wordsBeyond = (demo: Locator): Promise<string[]> =>
  demo.locator('.stage').evaluate(async (stage) => {
    const slider = stage.querySelector('input') as HTMLInputElement;
    const beyond: string[] = [];
    for (const share of [0.3, 0.5, 0.65]) {
      slider.value = String(share);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      // Words are measured once they are written: how wide the verdict is, then how wide the answer may be beside it.
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
      const { left, right } = stage.getBoundingClientRect();
      for (const words of stage.querySelectorAll('.classes, .verdict, .mix > *')) {
        const box = words.getBoundingClientRect();
        if (box.left < left - 1 || box.right > right + 1) beyond.push(`${share}: ${words.textContent}`);
      }
    }
    return beyond;
  });

test('a window too low for the whole stage shows the finished half at once, and cards of all articles below', async ({
  page,
}) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await page.goto('/');
  const demo = await awake(page, 'between-pictures');
  await expect(demo.getByRole('slider')).toHaveValue('0.5');
  await expect(demo.getByRole('img', { name: /^Trained as usual/ })).toHaveAccessibleName(/There is no \d\.$/);
  await page.waitForTimeout(1000);
  await expect(demo.getByRole('slider')).toHaveValue('0.5');

  await test.step('every article stands on the page once, as a card with a picture and its minutes, and the ways through add them up', async () => {
    const cards = await page.locator('.article-cards li').evaluateAll((items) =>
      items.map((item) => ({
        path: item.querySelector('a')?.getAttribute('href') ?? '',
        isExperiment: item.closest('[aria-labelledby="part-experiments"]') !== null,
        minutes: Number.parseInt(item.querySelector('.card-minutes')?.textContent ?? '', 10),
        drawn: item.querySelectorAll('.card-picture :is(svg path, svg circle, img)').length,
      })),
    );
    expect(cards.map(({ path }) => path).sort()).toEqual([...articles].sort());
    expect(await page.locator('main a[href^="/articles/"]:not(.paths a)').count()).toBe(articles.length);
    for (const { path, minutes, drawn } of cards) {
      expect(drawn, path).toBeGreaterThan(0);
      const html = await (await page.request.get(path)).text();
      expect(html, path).toContain(`${minutes} min read`);
    }
    const sum = cards.reduce((total, { isExperiment, minutes }) => total + (isExperiment ? 0 : minutes), 0);
    expect(sum).toBeLessThan(80);
    await expect(page.locator('.paths')).toContainText(`The ideas and the conclusions take ${sum} minutes`);
    await expect(page.locator('.paths')).toContainText(`(${cards[0]?.minutes} minutes)`);
  });
});

test('pictures that cannot be fetched are told in a sentence, and what was shown stays', async ({ page }) => {
  await page.route('**/data/mnist.bin', (route) => route.fulfill({ body: 'cut short' }));
  await page.route('**/data/between-clothes.json', (route) => route.fulfill({ body: '{ "cut": ' }));
  await page.goto('/');
  const demo = await awake(page, 'between-pictures');
  await demo.getByRole('button', { name: 'Train these two here' }).click();
  await expect(demo.getByText(/^Only 9 of \d+ bytes of mnist\.bin arrived\. Check the connection/)).toBeVisible();
  await demo.getByRole('button', { name: 'Clothes' }).click();
  await expect(demo.getByText(/\(between-clothes\.json\) did not arrive whole\. Check the connection/)).toBeVisible();
  await expect(demo.getByRole('button', { name: 'Digits' })).toHaveAttribute('aria-pressed', 'true');
  await expect(demo.getByRole('img', { name: /^Trained as usual/ })).toHaveAccessibleName(/There is no \d\.$/);
});

test('the plane trains once by itself: without an engine for the GPU, without touching the address, and never twice', async ({
  page,
}) => {
  const scripts: Promise<{ url: string; text: string }>[] = [];
  await asNewReader(page);
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.text().then((text) => ({ url: response.url(), text })));
  });
  // Even where the address asks for another engine: that wish is for runs that the reader starts.
  await page.goto('/?engine=webgl');
  const demo = demoOf(page, 'erm-vs-mixup');
  const addresses = new Set<string>();
  page.on('framenavigated', (frame) => addresses.add(frame.url()));
  await bothInView(demo);
  await expect(demo).toHaveAttribute('data-step', /^[1-9]\d{0,2}$/);
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-step', '1000');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  for (const { text, url } of expectSome(await Promise.all(scripts), 'scripts'))
    expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);
  expect([...addresses]).toEqual([]);

  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await demo.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  await expect(demo).toHaveAttribute('data-state', 'done');
});

test('the run by itself waits until four fifths of both planes are in view, hands itself over, and can be run again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/', { waitUntil: 'networkidle' });
  const demo = demoOf(page, 'erm-vs-mixup');
  // Two fifths of them above the window's edge.
  await demo
    .locator('[data-plot]')
    .first()
    .evaluate((plane) => {
      const { top, height } = plane.getBoundingClientRect();
      scrollBy({ top: top + 0.4 * height, behavior: 'instant' });
    });
  await expect(page.locator('astro-island:has([data-demo="erm-vs-mixup"])')).not.toHaveAttribute('ssr', /.*/);
  await page.waitForTimeout(1000);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo).toHaveAttribute('data-step', '1000');
  await bothInView(demo);
  await demo.getByRole('button', { name: 'Pause' }).click();
  await reaches(demo, 'paused');
  await expect(page).toHaveURL(/erm-vs-mixup\.step=\d+/);
  await demo.getByRole('button', { name: 'Go on' }).click();
  await reaches(demo, 'done');
  await expect(demo.getByText(/^This is one run\. Over 16 seeds, ERM gets/)).toBeVisible();
  await demo.getByRole('button', { name: 'Train again' }).click();
  await expect(demo).toHaveAttribute('data-step', /^\d{1,3}$/);
  await demo.getByRole('button', { name: 'Pause' }).click();
});

test('under reduced motion nothing runs by itself: the finished half and the trained planes stay, until the reader trains two networks', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/', { waitUntil: 'networkidle' });
  const opening = await awake(page, 'between-pictures');
  await expect(opening.getByRole('slider')).toHaveValue('0.5');
  await expect(opening.getByText(/^There is no \d\.$/)).toBeVisible();
  const demo = await awake(page, 'erm-vs-mixup');
  await page.waitForTimeout(1000);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo).toHaveAttribute('data-step', '1000');
  await expect(opening.getByRole('slider')).toHaveValue('0.5');

  // Two networks train here on pictures fetched for it, tell how far they are, and can be left for the stored ones.
  const stored = await opening.getByRole('img', { name: /^Trained as usual/ }).getAttribute('aria-label');
  await opening.getByRole('button', { name: 'Train these two here' }).click();
  await expect(opening.getByText(/step \d[\d,]* of 3,000/)).toBeVisible({ timeout: 60_000 });
  await expect(opening).toHaveAttribute('data-state', 'running');
  await opening.getByRole('button', { name: 'Back to the stored two' }).click();
  await expect(opening).toHaveAttribute('data-state', 'idle');
  await expect(opening.getByRole('img', { name: /^Trained as usual/ })).toHaveAttribute('aria-label', stored ?? '');
});

test('a page that comes slowly is drawn piece by piece, and no piece moves when the next one comes', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await recordShifts(page);
  const session = await devTools(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: 40 * 1024,
    uploadThroughput: 40 * 1024,
  });
  await page.goto('/');
  await expect(demoOf(page, 'erm-vs-mixup')).toHaveAttribute('data-state', 'idle');
  expect(await shiftsOf(page)).toEqual([]);
});

/** The middle of an element, and its width, in the window. */
async function middleOf(element: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element has no box.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width };
}

/** Brings the planes of a figure into the middle of the window. */
async function bothInView(demo: Locator): Promise<void> {
  await demo
    .locator('[data-plot]')
    .first()
    .evaluate((plane) => plane.scrollIntoView({ block: 'center', behavior: 'instant' }));
}
