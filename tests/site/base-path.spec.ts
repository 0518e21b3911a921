import { LinkChecker, LinkState } from 'linkinator';
import { article, awake, baseSite, expect, more, reaches, rootSite, test } from './site-test.ts';

for (const [where, site] of [
  ['at the root of a host', rootSite],
  ['below a path', baseSite],
] as const) {
  test(`${where} every internal link and asset exists, with its fragment`, async () => {
    const checker = new LinkChecker();
    const { links } = await checker.check({
      path: `${site()}/`,
      recurse: true,
      checkFragments: true,
      // Other hosts; and words that set a figure, which lead to their own page with settings (see published-addresses.spec.ts).
      linksToSkip: [`^(?!http://127\\.0\\.0\\.1)`, '^https?://(?!127\\.0\\.0\\.1)', '\\?v=1&'],
    });
    const broken = links
      .filter(({ state }) => state === LinkState.BROKEN)
      .map(({ url, parent, status }) => `${url} in ${parent ?? '?'}: ${status ?? 'no answer'}`);
    expect(links.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });
}

test('below a path the demos find their code, workers and data', async ({ page }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith('http') && !request.url().startsWith(`${baseSite()}/`)) outside.push(request.url());
  });
  await page.goto(`${baseSite()}${article}?engine=cpu`);
  const rings = await awake(page, 'erm-vs-mixup');
  await more(rings);
  await rings.getByRole('button', { name: 'Step' }).click();
  await reaches(rings, 'paused');
  await expect(rings).toHaveAttribute('data-step', '1');
  const digits = await awake(page, 'mix-digits');
  await digits.getByRole('slider').fill('0.5');
  await reaches(digits, 'done');
  expect(outside).toEqual([]);
});
