import { expectSome } from '../expect-some.ts';
import { article, articles, expect, test } from './site-test.ts';

test.use({ javaScriptEnabled: false });

for (const path of articles) {
  test(`with JavaScript off ${path} shows its text, maths, figures and captions`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const words = (await page.locator('main').innerText()).split(/\s+/).length;
    expect(words).toBeGreaterThan(700);
    expect(await page.locator('.katex-base').count()).toBeGreaterThan(0);
    const figures = page.locator('main figure[id]');
    expect(await figures.count()).toBeGreaterThan(0);
    for (const figure of await figures.all()) {
      await expect(figure.locator('figcaption strong').first()).toBeVisible();
      await expect(figure.locator('svg, img').filter({ visible: true }).first()).toBeVisible();
    }
    for (const guess of expectSome(await page.locator('[data-guess]').all(), 'guesses')) {
      await expect(guess.locator('.guess-told')).toBeVisible();
      await expect(guess.locator('.guess-ask')).toBeHidden();
    }
    for (const demo of expectSome(await page.locator('[data-demo]').all(), 'demos')) {
      await expect(demo).toHaveAttribute('data-state', /^(idle|done)$/);
      const sentence = demo.locator('noscript p');
      await expect(sentence).toBeVisible();
      await expect(sentence).toContainText('Its controls need JavaScript');
      expect(await demo.locator('svg :is(path, circle, rect, image), img').count()).toBeGreaterThan(0);
    }
  });
}

test('with JavaScript off words that set a figure are links, and terms lead to the glossary', async ({ page }) => {
  await page.goto(article);
  await expect(page.locator('set-figure a').first()).toHaveAttribute('href', /\?v=1&.*#/);
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/glossary\/#[\w-]+$/);
  await expect(page.locator('.glossary > :target')).toBeVisible();
});

test('with JavaScript off the site opens on the finished half, with both answers in words', async ({ page }) => {
  await page.goto('/');
  const opening = page.locator('[data-demo="between-pictures"]');
  await expect(opening.getByText(/^There is no \d\.$/)).toBeVisible();
  await expect(opening.getByText('Both are there.')).toBeVisible();
  // Half of the way: the middle of the blend is the middle of the stage.
  const middles = await opening.locator('.stage, .blend').evaluateAll((boxes) =>
    boxes.map((box) => {
      const { left, width } = box.getBoundingClientRect();
      return left + width / 2;
    }),
  );
  expect(Math.abs((middles[0] as number) - (middles[1] as number))).toBeLessThan(1);
});
