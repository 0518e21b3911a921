import { expectSome } from '../expect-some.ts';
import { article, articles, expect, test } from './site-test.ts';

// In browsers of their own: the first window that a browser opens after one without scripts may draw no frames.
test.use({ javaScriptEnabled: false, reuseContext: false });

for (const path of articles) {
  test(`with JavaScript off ${path} shows its text, maths, figures and captions`, async ({ page }) => {
    await page.goto(path);
    const { title, words, formulas, figures, guesses, demos } = await page.evaluate(lookAround);
    expect(title).toBe(true);
    expect(words).toBeGreaterThan(700);
    expect(formulas).toBeGreaterThan(0);
    for (const { id, caption, picture } of expectSome(figures, 'figures'))
      expect(`${id}: ${caption}, ${picture}`).toBe(`${id}: true, true`);
    for (const { told, asks } of expectSome(guesses, 'guesses'))
      expect({ told, asks }).toEqual({ told: true, asks: false });
    for (const { name, state, sentence, drawn } of expectSome(demos, 'demos')) {
      expect(state, name).toMatch(/^(idle|done)$/);
      expect(sentence, name).toContain('Its controls need JavaScript');
      expect(drawn, name).toBeGreaterThan(0);
    }
  });
}

/** What a reader sees of an article, asked of it all at once. */
function lookAround() {
  const all = <Found extends Element>(within: ParentNode, selector: string): Found[] =>
    Array.from(within.querySelectorAll<Found>(selector));
  const isSeen = (element: Element | undefined): boolean => {
    const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return width > 0 && height > 0 && element?.checkVisibility({ visibilityProperty: true }) === true;
  };
  return {
    title: isSeen(all(document, 'h1')[0]),
    words: all<HTMLElement>(document, 'main').flatMap((main) => main.innerText.split(/\s+/)).length,
    formulas: all(document, '.katex-base').length,
    figures: all(document, 'main figure[id]').map((figure) => ({
      id: figure.id,
      caption: isSeen(all(figure, 'figcaption strong')[0]),
      picture: all(figure, 'svg, img').some(isSeen),
    })),
    guesses: all(document, '[data-guess]').map((guess) => ({
      told: isSeen(all(guess, '.guess-told')[0]),
      asks: isSeen(all(guess, '.guess-ask')[0]),
    })),
    demos: all<HTMLElement>(document, '[data-demo]').map((demo) => ({
      name: demo.dataset['demo'],
      state: demo.dataset['state'],
      sentence: all<HTMLElement>(demo, 'noscript p')
        .filter(isSeen)
        .map((sentence) => sentence.innerText)
        .join(),
      drawn: all(demo, 'svg :is(path, circle, rect, image), img').length,
    })),
  };
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
