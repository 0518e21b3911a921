import { brotliCompressSync } from 'node:zlib';
import { articles, awake, demoNames, expect, test } from './site-test.ts';

/** JavaScript of an article before any demo is used, in bytes after brotli. */
const budget = 40_000;

for (const path of articles) {
  test(`${path} read to its end without using a demo loads at most 40 kB of JavaScript, and no engine`, async ({
    page,
  }) => {
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
    await page.goto(path);
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 400) {
        scrollTo({ top: y, behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    });
    await page.waitForLoadState('networkidle');
    await Promise.all(arriving);
    const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
    console.log(`JavaScript before use: ${bytes} bytes in ${scripts.length} files`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(budget);
    for (const { text, url } of scripts) expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);

    // Turning to a figure loads the figure, and still no engine.
    const [first] = await demoNames(page);
    await awake(page, first ?? '');
    await Promise.all(arriving);
    const woken = scripts.reduce((sum, script) => sum + script.bytes, 0);
    console.log(`JavaScript with one figure awake: ${woken} bytes in ${scripts.length} files`);
    expect(woken).toBeGreaterThan(bytes);
    for (const { text, url } of scripts) expect(/tfjs|tensorflow|createShaderModule/i.test(text), url).toBe(false);
  });
}
