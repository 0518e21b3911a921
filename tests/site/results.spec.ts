import { existsSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expectSome } from '../expect-some.ts';
import { awake, demoOf, expect, test } from './site-test.ts';

const path = '/results/';

/** The text of one column of a table of the paper, from top to bottom; its rows are drawn when one comes near. */
const column = async (page: Page, table: string, index: number): Promise<string[]> => {
  await page.locator(`#${table}`).scrollIntoViewIfNeeded();
  await expect(page.locator(`#${table} tbody tr`)).not.toHaveCount(0);
  return page
    .locator(`#${table} tbody tr`)
    .evaluateAll((rows, k) => rows.map((row) => row.children[k]?.textContent.trim() ?? ''), index);
};

test('tables sort, charts are read by keys and a pointer, and addresses bring rows back', async ({ page }) => {
  await page.goto(path);

  await test.step('a pointer over a row reads it out, and a click keeps it', async () => {
    const demo = await awake(page, 'paper-speech');
    const rows = demo.getByRole('listbox').getByRole('option');
    await rows.nth(3).hover();
    await expect(demo.locator('.read')).toContainText('VGG-11, the large network, α = 0.2');
    await page.mouse.move(0, 0);
    await expect(demo.locator('.read')).toContainText('LeNet');
    await rows.nth(3).click();
    await page.mouse.move(0, 0);
    await expect(demo.locator('.read')).toContainText('test error, %: ERM 4.6, mixup 3.4, 1.2 lower');
    await expect(rows.nth(3)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a click on a header sorts a table, a second turns it round, a third brings the order of the paper back', async () => {
    const before = await column(page, 'table-4', 1);
    expect(before).toEqual(['74.0', '57.6', '56.6', '2.0', '21.3', '16.3']);
    const header = page.locator('#table-4').getByRole('columnheader', { name: 'ERM' });
    await header.getByRole('button').click();
    expect(await column(page, 'table-4', 1)).toEqual(['2.0', '16.3', '21.3', '56.6', '57.6', '74.0']);
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await header.getByRole('button').press('Enter');
    expect((await column(page, 'table-4', 1))[0]).toBe('74.0');
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await header.getByRole('button').click();
    expect(await column(page, 'table-4', 1)).toEqual(before);
  });

  await test.step('a bar at hand leads to each experiment, and errors that the paper does not give come last', async () => {
    const bar = page.getByRole('navigation', { name: 'Experiments' });
    await bar.getByRole('link').last().click();
    await expect(page).toHaveURL(/#(plane|further)$/);
    await expect(bar).toBeInViewport();
    await bar.getByRole('link', { name: 'Photos in a thousand classes' }).click();
    const heading = page.locator('#imagenet');
    await expect(heading).toBeInViewport({ ratio: 1 });
    const [above, below] = await Promise.all([bar.boundingBox(), heading.boundingBox()]);
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    await page.locator('#table-1').getByRole('button', { name: 'top-5 error' }).click();
    const errors = await column(page, 'table-1', 5);
    expect(errors.slice(0, 2)).toEqual(['4.9', '5.0']);
    expect(errors.slice(-3)).toEqual(['–', '–', '–']);
  });

  await test.step('the paper’s curves between examples are read at the λ of the slider', async () => {
    const demo = await awake(page, 'paper-between');
    await expect(demo.locator('output')).toHaveText(['about 16.5 %', 'about 6.0 %', 'about 0.177', 'about 0.038']);
    await demo.getByRole('slider').fill('0');
    await expect(demo.locator('output')).toHaveText(['about 1.3 %', 'about 0.7 %', 'about 0.004', 'about 0.012']);
  });

  const imagenet = demoOf(page, 'paper-imagenet').locator('.read');
  await test.step('arrow keys walk through a chart, and the row is read out', async () => {
    const list = (await awake(page, 'paper-imagenet')).getByRole('listbox');
    await list.focus();
    await list.press('Home');
    await expect(imagenet).toContainText('ResNet-50, 90 epochs. α = 0.2. ERM’s number is from Goyal et al. 2017');
    await expect(imagenet).toContainText('ERM 23.5, mixup 23.3, 0.2 lower');
    for (let n = 0; n < 6; n += 1) await list.press('ArrowDown');
    await expect(imagenet).toContainText('from Xie et al. 2016, after 100 epochs');
    await expect(list).toHaveAttribute('aria-activedescendant', 'paper-imagenet-resnext-101-64x4d-90');
    await expect(page).toHaveURL(/paper-imagenet\.row=resnext-101-64x4d\.90/);
  });

  await test.step('the address brings the row back; one that a chart does not have is refused, and the reader is told', async () => {
    const address = new URL(page.url());
    address.searchParams.set('paper-tabular.row', 'wine');
    await page.goto(address.href);
    await expect(imagenet).toContainText('from Xie et al. 2016');
    const demo = await awake(page, 'paper-tabular');
    await expect(demo.locator('.notices')).toContainText('row');
    await expect(demo.locator('.read')).toContainText('Iris');
  });
});

test('every table is there as a file with the same numbers, below a path too', () => {
  const links: string[] = [];
  visit(fromHtml(readFileSync('dist-base/results/index.html', 'utf8')), 'element', (table) => {
    if (!table.properties['className']?.toString().split(',').includes('paper-table')) return;
    visit(table, 'element', ({ tagName, properties: { download, href } }) => {
      if (tagName === 'a' && download !== undefined) links.push(String(href));
    });
  });
  expect(links).toHaveLength(9);
  for (const link of links) {
    expect(link).toMatch(/^\/mixup\/paper\/(table|figure)-\d[ab]?\.csv$/);
    expect(existsSync(link.replace('/mixup', 'dist-base')), link).toBe(true);
  }
  const lines = readFileSync('dist-base/paper/table-2.csv', 'utf8').split('\r\n');
  expect(lines[0]).toContain('"test error, last epoch (%)"');
  expect(lines[1]).toBe('20,ERM,,,12.7,16.6,0.05,0.28');
  expect(lines).toHaveLength(14);
});

test('what is drawn as one comes near finds the room it needs, on a phone and on a desk, and a first scroll draws all that lies ahead', async ({
  page,
}) => {
  await page.goto(path);
  const parts = page.locator('on-demand');
  expect(await page.locator('on-demand:not([drawn])').count()).toBeGreaterThan(0);
  await page.evaluate(() => scrollTo({ top: 1, behavior: 'instant' }));
  await expect(page.locator('on-demand:not([drawn])')).toHaveCount(0);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const rooms = await parts.evaluateAll((drawn) => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
      return drawn.map((part) => ({
        kept: parseFloat((part as HTMLElement).style.getPropertyValue('--reserved')),
        needed: part.getBoundingClientRect().height / rem,
        table: part.textContent.trim().slice(0, 60),
      }));
    });
    // Labels that take a second line on phones are the difference.
    for (const { kept, needed, table } of expectSome(rooms, 'parts'))
      expect(Math.abs(kept - needed), `${table} at ${width} px: ${kept} rem kept, ${needed} needed`).toBeLessThan(5);
  }
});
