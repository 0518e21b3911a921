import type { Page } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import { article, articles, demoOf, expect, test } from './site-test.ts';

// In browsers of their own: the first window that a browser opens after one without scripts may draw no frames.
test.use({ javaScriptEnabled: false, reuseContext: false });

test('with JavaScript off each article shows its text, maths, figures and captions', async ({ page }) => {
  let shown = 0;
  for (const path of articles)
    await test.step(path, async () => {
      await page.goto(path);
      const { title, words, formulas, figures, guesses, demos } = await page.evaluate(lookAround);
      expect(title).toBe(true);
      expect(words).toBeGreaterThan(700);
      expect(formulas).toBeGreaterThan(0);
      for (const { id, caption, picture } of expectSome(figures, 'figures'))
        expect(`${id}: ${caption}, ${picture}`).toBe(`${id}: true, true`);
      for (const { told, asks } of expectSome(guesses, 'guesses'))
        expect({ told, asks }).toEqual({ told: true, asks: false });
      // An article may have figures alone, drawn at build.
      shown += demos.length;
      for (const { name, state, sentence, drawn } of demos) {
        expect(state, name).toMatch(/^(idle|done)$/);
        expect(sentence, name).toContain('Its controls need JavaScript');
        expect(drawn, name).toBeGreaterThan(0);
      }
      await shownBesides[path]?.(page);
    });
  expect(shown).toBeGreaterThan(2 * articles.length);
});

/** What else is to be seen of the figures of some articles. */
const shownBesides: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/articles/alpha-and-lambda/': (page) =>
    test.step('a mini-batch, its density and its tables', async () => {
      const demo = demoOf(page, 'alpha-batch');
      await expect(demo.locator('.tile')).toHaveCount(16);
      await expect(demo.locator('.batch [role="status"]')).toContainText('3 of 16');
      expect(await demo.locator('.tile > svg path').count()).toBeGreaterThan(100);
      await expect(page.locator('figure#strength-of-alpha svg').first()).toBeVisible();
      await expect(page.locator('figure#strength-of-alpha tbody tr')).toHaveCount(10);
    }),
  '/articles/data-augmentation-and-vrm/': (page) =>
    test.step('three vicinities and altered digits', async () => {
      const demo = demoOf(page, 'vicinities');
      await expect(demo).toHaveAttribute('data-step', '20000');
      const panel = (name: string) => demo.locator(`section[aria-label^="${name}"]`);
      for (const name of ['ERM', 'Gaussian', 'mixup'])
        expect(await panel(name).locator('path[fill-opacity]').count()).toBeGreaterThan(1);
      await expect(panel('mixup')).toContainText('reach 27.5');
      await expect(page.locator('figure#altered-digits td svg')).toHaveCount(15);
      await expect(page.locator('figure#altered-digits')).toContainText('now a 9');
    }),
};

test('with JavaScript off charts, tables, notes and files of the results are all there, and no header pretends to sort', async ({
  page,
}) => {
  await page.goto('/results/');
  await expect(page.locator('#paper-corrupted-labels [role="option"]')).toHaveCount(12);
  await expect(page.locator('#paper-corrupted-labels .read')).toContainText(
    'best epoch 18.8, last epoch 44.6, 25.8 higher',
  );
  await expect(page.locator('#table-5 tbody tr')).toHaveCount(22);
  await expect(page.locator('#table-4')).toContainText('four of six data sets');
  await expect(page.locator('.paper-table button')).toHaveCount(0);
});

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
      picture: all(figure, 'svg, img, table').some(isSeen),
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

test('with JavaScript off all four figures of the first article show their pictures, numbers and captions, and no control that would do nothing', async ({
  page,
}) => {
  await page.goto('/articles/what-is-mixup/');
  for (const name of ['blend-pictures', 'blend-batch', 'training-and-testing', 'paper-changes']) {
    await expect(page.locator(`figure#${name} figcaption strong`)).toBeVisible();
  }
  await expect(page.locator('#blend-pictures .stack img')).toHaveCount(2);
  await expect(page.locator('#blend-pictures').getByRole('row', { name: 'red' })).toContainText('222.60');
  await expect(page.locator('#blend-batch .tile')).toHaveCount(12);
  await expect(page.locator('#blend-batch .count')).toContainText('67 %');
  await expect(page.locator('#blend-pictures').getByRole('button', { name: /Your own/ })).toBeHidden();
  await expect(page.locator('#paper-changes tbody tr')).toHaveCount(9);
  await expect(page.locator('#paper-changes').getByRole('row', { name: /LeNet/ })).toContainText('10.3 → 11.3');
});
