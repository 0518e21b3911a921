import type { Page } from '@playwright/test';
import { expect } from './site-test.ts';

/** A page read in dark is printed in ink on white; no box of it cuts off what it holds, and every table is whole. */
export async function expectPrintable(page: Page): Promise<void> {
  await page.locator('color-scheme input[value="dark"]').evaluate((dark: HTMLInputElement) => dark.click());
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
    dispatchEvent(new Event('beforeprint'));
    for (const details of document.querySelectorAll('details')) details.open = true;
    return Array.from(document.querySelectorAll<HTMLElement>('main *'))
      .filter((box) => /auto|scroll/.test(getComputedStyle(box).overflow) && box.clientHeight > 0)
      .map((box) => `${box.className || box.tagName}: ${box.scrollHeight} in ${box.clientHeight}`);
  });
  expect(cut).toEqual([]);
  const tables = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('.figure-table table')].filter((table) => table.checkVisibility());
    const nameOf = (table: Element): string =>
      table.closest('details')?.querySelector('summary')?.textContent.trim() ?? '';
    const ends = (table: Element): number[] =>
      Array.from(table.querySelectorAll('th, td'), (cell) => cell.getBoundingClientRect().right);
    return {
      count: shown.length,
      wide: shown.filter((table) => Math.max(...ends(table)) > document.documentElement.clientWidth).map(nameOf),
      empty: shown.filter((table) => !table.querySelector('td')).map(nameOf),
      // A page that ends within a grid has its rows one over the other.
      inGrids: shown.flatMap((table) => {
        const around: string[] = [];
        for (let box = table.parentElement; box && !box.matches('.figure-body'); box = box.parentElement)
          if (/grid|flex/.test(getComputedStyle(box).display)) around.push(`${box.className}: ${nameOf(table)}`);
        return around;
      }),
    };
  });
  expect(tables).toEqual({ count: tables.count, wide: [], empty: [], inGrids: [] });
  // Folded tables are made as they are printed.
  expect(await page.locator('.figure-table:not(:has(table))').count()).toBe(0);
}
