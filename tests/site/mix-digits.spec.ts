import { article, awake, expect, reaches, test } from './site-test.ts';

/** Ink of the mixed image, read off what is drawn: the color of every pixel in its row and column. */
const pictureOf = (selector: string) => `[data-demo="mix-digits"] ${selector} svg`;

// Figures that mix share an engine; blend-pictures is tried on all.
for (const engine of ['cpu', 'webgpu']) {
  test(`the lambda slider blends two digits on ${engine}, and the label with them`, async ({ page }) => {
    await page.goto(`${article}?engine=${engine}`);
    const demo = await awake(page, 'mix-digits');
    const slider = demo.getByRole('slider');
    await slider.fill('0.75');
    await reaches(demo, 'done');
    await expect(demo).toHaveAttribute('data-engine', engine);
    await expect(demo.locator('.soft-label')).toContainText('25 %');
    await expect(demo.locator('.soft-label')).toContainText('75 %');

    // All of the first digit at one end, all of the second at the other.
    const drawn = async (selector: string): Promise<string[]> =>
      page
        .locator(pictureOf(selector))
        .evaluate((svg) =>
          Array.from(
            svg.querySelectorAll('path'),
            (path) => `${path.getAttribute('d') ?? ''} ${path.getAttribute('fill-opacity') ?? ''}`,
          ),
        );
    await slider.fill('1');
    await expect(slider).toHaveAttribute('aria-valuetext', 'λ = 1.00');
    await expect.poll(() => drawn('.mixed')).toEqual(await drawn('.first'));
    await slider.fill('0');
    await expect.poll(() => drawn('.mixed')).toEqual(await drawn('.second'));
  });
}

test('two images of one digit keep its label whole', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'mix-digits');
  await demo.getByRole('combobox', { name: 'second digit' }).selectOption('3');
  await reaches(demo, 'done');
  await demo.getByRole('button', { name: /Another 3 as second digit/ }).click();
  await expect(demo.locator('.soft-label')).toContainText('100 %');
});

test('words in the text set lambda, and the address follows', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'mix-digits');
  await page.locator('set-figure[data-set="lambda=0.5"] a').click();
  await expect(demo.getByRole('slider')).toHaveAttribute('aria-valuetext', 'λ = 0.50');
  await expect(page).toHaveURL(/mix-digits\.lambda=0\.5/);
});

test('its formula shows the present numbers, sets λ when λ is dragged in it, and lights what a symbol stands for', async ({
  page,
}) => {
  await page.goto(`${article}?engine=cpu`);
  const formula = page.locator('#mix');
  const weight = formula.locator('.katex [data-sym="lambda"]').first();
  await weight.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await weight.boundingBox()) as {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  // Half of what the whole range takes, from 0.6.
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 - 90, y + height / 2, { steps: 5 });
  await page.mouse.up();
  const demo = page.locator('[data-demo="mix-digits"]');
  await expect(demo.getByRole('slider')).toHaveAttribute('aria-valuetext', 'λ = 0.10');
  await expect(formula).toContainText('0.10 × this 3 + 0.90 × this 8');

  await formula.getByRole('slider', { name: 'λ' }).fill('25');
  await expect(demo.locator('.soft-label')).toContainText('25 %');
  await expect(formula).toContainText('0.25 × “3” + 0.75 × “8”');

  // One stop of the Tab key, and arrow keys from symbol to symbol.
  await formula.getByRole('button', { name: 'blended picture' }).focus();
  await expect(demo.locator('[data-sym="xt"]')).toHaveAttribute('data-lit', '');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(formula.getByRole('button', { name: 'first picture: this 3' })).toBeFocused();
  await expect(demo.locator('[data-lit]')).toHaveAttribute('data-sym', 'xi');
  await expect(formula.locator('.katex [data-lit]')).toHaveAttribute('data-sym', 'xi');
  await demo.locator('[data-sym="yt"]').hover();
  await expect(formula.locator('.katex [data-lit]')).toHaveAttribute('data-sym', 'yt');
});
