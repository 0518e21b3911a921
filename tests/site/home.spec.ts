import { expectSome } from '../expect-some.ts';
import { demoOf, expect, reaches, recordShifts, shiftsOf, test } from './site-test.ts';

test('the first figure trains once by itself: without an engine for the GPU, without touching the address, and never twice', async ({
  page,
}) => {
  const scripts: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.text().then((text) => ({ url: response.url(), text })));
  });
  // Even where the address asks for another engine: that wish is for runs that the reader starts.
  await page.goto('/?engine=webgl');
  const demo = demoOf(page, 'erm-vs-mixup');
  const addresses = new Set<string>();
  page.on('framenavigated', (frame) => addresses.add(frame.url()));
  await demo.scrollIntoViewIfNeeded();
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

test('the run by itself waits for its figure to come into view, and hands it over to the reader', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await page.goto('/', { waitUntil: 'networkidle' });
  const demo = demoOf(page, 'erm-vs-mixup');
  await page.waitForTimeout(1000);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo).toHaveAttribute('data-step', '1000');
  await demo.scrollIntoViewIfNeeded();
  await demo.getByRole('button', { name: 'Pause' }).click();
  await reaches(demo, 'paused');
  await expect(page).toHaveURL(/erm-vs-mixup\.step=\d+/);
  await demo.getByRole('button', { name: 'Reset' }).click();
  await expect(demo).toHaveAttribute('data-step', '0');
  await expect(demo).toHaveAttribute('data-state', 'idle');
});

test('under reduced motion nothing runs by itself: the trained picture stays', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/', { waitUntil: 'networkidle' });
  const demo = demoOf(page, 'erm-vs-mixup');
  await demo.scrollIntoViewIfNeeded();
  await demo.hover();
  await expect(page.locator('astro-island:has([data-demo="erm-vs-mixup"])')).not.toHaveAttribute('ssr', /.*/);
  await page.waitForTimeout(1000);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await expect(demo).toHaveAttribute('data-step', '1000');
});

test('a page that comes slowly is drawn piece by piece, and no piece moves when the next one comes', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await recordShifts(page);
  const session = await page.context().newCDPSession(page);
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

test('the path for an hour leads through the ideas and the conclusions in order, and its minutes are those of the articles', async ({
  page,
}) => {
  await page.goto('/');
  const stops = await page
    .getByRole('region', { name: /ideas and the balance/ })
    .getByRole('listitem')
    .evaluateAll((items) =>
      items.map((item) => ({
        path: item.querySelector('a')?.getAttribute('href') ?? '',
        minutes: Number.parseInt(item.querySelector('span')?.textContent ?? '', 10),
      })),
    );
  const listed = await page
    .locator('.article-list:not([aria-labelledby="part-experiments"]) li a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(stops.map(({ path }) => path)).toEqual(expectSome(listed, 'articles listed'));
  for (const { path, minutes } of stops) {
    const html = await (await page.request.get(path)).text();
    expect(html, path).toContain(`${minutes} min read`);
  }
  const sum = stops.reduce((total, { minutes }) => total + minutes, 0);
  expect(sum).toBeLessThan(80);
  await expect(page.getByRole('heading', { name: `The ideas and the balance, in ${sum} minutes` })).toBeVisible();
  await expect(page.getByRole('heading', { name: `The idea, in ${stops[0]?.minutes} minutes` })).toBeVisible();
});
