import { expect, pages, test } from './site-test.ts';

for (const path of pages) {
  test(`${path} is printed in ink on white, and no box of it cuts off what it holds`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await page.locator('color-scheme input[value="dark"]').check({ force: true });
    // The width of a sheet of paper.
    await page.setViewportSize({ width: 700, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const { ink, ground } = await page.evaluate(() => ({
      ink: getComputedStyle(document.body).color,
      ground: getComputedStyle(document.documentElement).backgroundColor,
    }));
    expect(ink).toBe('rgb(28, 27, 25)');
    expect(ground).toBe('rgb(255, 255, 255)');
    const cut = await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      return Array.from(document.querySelectorAll<HTMLElement>('main *'))
        .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflow) && box.clientHeight > 0)
        .map((box) => `${box.className || box.tagName}: ${box.scrollHeight} in ${box.clientHeight}`);
    });
    expect(cut).toEqual([]);
  });
}
