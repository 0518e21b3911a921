import { article, awake, expect, more, reaches, test } from './site-test.ts';

for (const thread of ['in workers', 'on the page’s own thread']) {
  test(`the policy, as meta and as header, lets the CPU engine compile its loops ${thread}`, async ({
    page,
    request,
  }) => {
    const html = await (await request.get(article)).text();
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? 'none';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-");
    expect(policy).not.toContain("'unsafe-eval'");
    // What a host sends holds for the scripts of workers too, which the page's own element does not reach.
    await page.route(/(\/|engine=cpu|\.js)$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    if (thread !== 'in workers')
      await page.addInitScript(() => Object.defineProperty(window, 'Worker', { value: undefined }));
    await page.goto(`${article}?engine=cpu`);
    const demo = await awake(page, 'erm-vs-mixup');
    await more(demo);
    await demo.getByRole('button', { name: 'Step' }).click();
    await reaches(demo, 'paused');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.locator('.engine')).toHaveText(thread === 'in workers' ? /worker/ : /own thread/);
    await expect(demo.locator('.engine')).not.toContainText('without WebAssembly');
  });
}
