import type { Locator, Page } from '@playwright/test';
import { expect, test } from './site-test.ts';

/** A guess whose script has come, and whether the figure behind it shows its answer. */
async function guessOf(page: Page, id: string): Promise<Locator> {
  const guess = page.locator(`[data-guess="${id}"]`);
  await expect(guess).toHaveAttribute('data-state', /asking|set|shown/);
  await page.waitForFunction(() => customElements.get('guess-first') !== undefined);
  return guess;
}

const heightOf = (guess: Locator): Promise<number> => guess.evaluate((box) => box.getBoundingClientRect().height);

test('a figure shows its axes until the reader has guessed; the guess is kept in the browser, and forgotten when asked to', async ({
  page,
}) => {
  await page.goto('/articles/imagenet/');
  const guess = await guessOf(page, 'longer-training');
  const answer = page.locator('#paper-imagenet .numbers').first();
  const caption = page.locator('#paper-imagenet .figure-caption strong');
  await expect(page.locator('#paper-imagenet [role="option"] .label').first()).toBeVisible();
  await expect(answer).toBeHidden();
  await expect(caption).toBeHidden();
  const height = await heightOf(guess);

  const see = guess.getByRole('button', { name: 'See what came out' });
  await expect(see).toBeDisabled();
  await guess.getByRole('radio', { name: 'both' }).check();
  await see.click();
  await expect(guess.locator('.guess-said')).toHaveText('You said “both”. It came out otherwise.');
  await expect(answer).toBeVisible();
  await expect(caption).toBeVisible();
  expect(await heightOf(guess)).toBe(height);

  await page.reload();
  await expect(guess.locator('.guess-said')).toHaveText('You said “both”. It came out otherwise.');
  await expect(answer).toBeVisible();

  await page.evaluate(() => localStorage.setItem('mixup.guesses', '{"longer-training": "neither of these"'));
  await page.reload();
  await guessOf(page, 'longer-training');
  await expect(guess).toHaveAttribute('data-state', 'asking');
  await expect(answer).toBeHidden();
  await page.locator('#guess-longer-training').getByRole('button', { name: 'Just show me' }).click();
  await expect(guess.locator('.guess-said')).toHaveText('');
  await expect(answer).toBeVisible();
});

test('a number is guessed with keys and stays on the plot; all guesses stand in the last chapter, and can be forgotten', async ({
  page,
}) => {
  await page.goto('/articles/speech/');
  const guess = await guessOf(page, 'large-network');
  const pencil = page.locator('#capacity-sweep .guess-pencil');
  await guess.getByRole('slider').focus();
  for (let k = 0; k < 3; k += 1) await page.keyboard.press('ArrowLeft');
  await expect(guess.locator('output')).toHaveText('−3\u00A0%');
  await page.keyboard.press('Enter');
  await expect(guess).toHaveAttribute('data-state', 'shown');
  await expect(pencil).toHaveText('you: −3\u00A0%');
  // A line across the plot, at one height: between zero and the first tick below.
  const placed = async (): Promise<{ width: number; height: number }> => {
    const [line, plot] = await Promise.all([
      pencil.locator('path').boundingBox(),
      page.locator('#capacity-sweep [data-y-axis]').nth(1).boundingBox(),
    ]);
    if (!line || !plot) throw new Error('Neither the line nor its plot may be missing.');
    return { width: line.width - plot.width, height: (line.y - plot.y) / plot.height };
  };
  // The axis runs from −40 to 20. On a busy machine the line comes to its place a little after its words.
  await expect.poll(async () => (await placed()).height).toBeCloseTo(23 / 60, 1);
  // Its round ends stand out by half its width.
  expect(Math.abs((await placed()).width)).toBeLessThan(4);

  await page.goto('/articles/conclusions/');
  const row = page.locator('[data-guessed="large-network"]');
  const others = page.locator('[data-guessed="error-over-alpha"] dd.yours');
  await expect(row.locator('dd').first()).toHaveText('−3\u00A0%');
  await expect(others).toHaveText('not yet');
  // What came out stays hidden until it is guessed, or asked for.
  const unguessed = page.locator('[data-guessed="error-over-alpha"] dd').last();
  await expect(row.locator('dd').last()).toBeVisible();
  await expect(unguessed).toBeHidden();
  await page.locator('guess-list').getByRole('button', { name: 'Show all of it' }).click();
  await expect(unguessed).toBeVisible();
  await page.locator('guess-list').getByRole('button', { name: 'Forget my guesses' }).click();
  await expect(row.locator('dd').first()).toHaveText('not yet');
  await expect(row.locator('dd').last()).toBeHidden();
});
