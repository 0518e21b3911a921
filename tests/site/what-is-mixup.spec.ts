import AxeBuilder from '@axe-core/playwright';
import { awake, expect, test } from './site-test.ts';

const path = '/articles/what-is-mixup/';
const demos = ['blend-pictures', 'blend-batch'];

/** What the browser tells of content that moved. */
type Shift = PerformanceEntry & { hadRecentInput: boolean; sources: readonly { node: Node | null }[] };

for (const width of [360, 768, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at ${width} px in ${colorScheme}, nothing is too wide, and nothing moves by itself`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript(() => {
        Object.assign(window, { shifts: [] });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[]) {
            const moved = entry.sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 120)).join(' and ');
            if (!entry.hadRecentInput) (window as unknown as { shifts: string[] }).shifts.push(moved);
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(path, { waitUntil: 'networkidle' });
      for (const name of demos) {
        const demo = await awake(page, name);
        await demo.getByRole('slider').press('ArrowRight');
        await expect(demo).toHaveAttribute('data-state', 'done', { timeout: 60_000 });
      }
      await page.waitForTimeout(700);
      expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test('all four figures show their pictures, numbers and captions, and no control that would do nothing', async ({
    page,
  }) => {
    await page.goto(path);
    for (const name of [...demos, 'training-and-testing', 'paper-changes']) {
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
});
