import { article, awake, expect, reaches, test } from './site-test.ts';

/** Ink of the mixed image, read off what is drawn: the color of every pixel in its row and column. */
const pictureOf = (selector: string) => `[data-demo="mix-digits"] ${selector} svg`;

// Figures that mix share an engine; the other ones are tried on the CPU.
for (const engine of ['webgl', 'webgpu']) {
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

test('two images of one digit keep its label whole; words in the text set lambda, and the address follows', async ({
  page,
}) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'mix-digits');
  await demo.getByRole('combobox', { name: 'second digit' }).selectOption('3');
  await reaches(demo, 'done');
  await expect(demo).toHaveAttribute('data-engine', 'cpu');
  await demo.getByRole('button', { name: /Another 3 as second digit/ }).click();
  await expect(demo.locator('.soft-label')).toContainText('100 %');

  await page.locator('set-figure[data-figure="mix-digits"][data-set="lambda=0.5"] a').click();
  await expect(demo.getByRole('slider')).toHaveAttribute('aria-valuetext', 'λ = 0.50');
  await expect(page).toHaveURL(/mix-digits\.lambda=0\.5/);
});
