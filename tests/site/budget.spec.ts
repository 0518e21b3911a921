import { brotliCompressSync } from 'node:zlib';
import { articles, awake, demoNames, expect, pages, recordShifts, scrollThrough, shiftsOf, test } from './site-test.ts';

/** JavaScript of an article before any demo is used, in bytes after brotli. */
const budget = 40_000;

/** The width of a tablet, between a phone and a desk. */
const width = 768;

for (const path of pages) {
  const isArticle = articles.includes(path);
  const loads = isArticle ? ' and it loads at most 40 kB of JavaScript, and no engine' : '';
  test(`${path} read to its end on a tablet: nothing moves, nothing is too wide${loads}`, async ({ page }) => {
    const scripts: { url: string; bytes: number; text: string }[] = [];
    const arriving: Promise<void>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      arriving.push(
        response.text().then((text) => {
          scripts.push({ url: response.url(), bytes: brotliCompressSync(text).length, text });
        }),
      );
    });
    await page.setViewportSize({ width, height: 900 });
    await recordShifts(page);
    await page.goto(path);
    await scrollThrough(page);
    await page.waitForLoadState('networkidle');
    await Promise.all(arriving);
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    if (isArticle) {
      console.log(`JavaScript before use: ${bytes} bytes in ${scripts.length} files`);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(budget);
      for (const { text, url } of scripts) expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);
    }

    const [first, ...others] = await demoNames(page);
    if (isArticle) {
      // Turning to a figure loads the figure, and still no engine.
      await awake(page, first ?? '');
      await Promise.all(arriving);
      const woken = scripts.reduce((sum, script) => sum + script.bytes, 0);
      console.log(`JavaScript with one figure awake: ${woken} bytes in ${scripts.length} files`);
      expect(woken).toBeGreaterThan(bytes);
      for (const { text, url } of scripts) expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);
    }
    for (const name of others) await awake(page, name);
    expect(await shiftsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
