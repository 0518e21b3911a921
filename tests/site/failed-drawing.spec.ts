import { test as base } from '@playwright/test';
import { awake, demoOf, expect, more } from './site-test.ts';

// Not the test that fails on errors in the console: here one is wanted.
base(
  'what goes wrong while a figure is drawn ends in that figure, which says so and can be drawn again',
  async ({ page }) => {
    const logged: string[] = [];
    const uncaught: string[] = [];
    page.on('console', (message) => message.type() === 'error' && logged.push(message.text()));
    page.on('pageerror', (error) => uncaught.push(error.message));
    await page.goto('/articles/adversarial-examples/#error-under-attack');
    const broken = await awake(page, 'error-under-attack');
    const neighbor = await awake(page, 'attack-digit');
    await more(broken);
    await page.evaluate(() => {
      const { toFixed } = Number.prototype;
      Number.prototype.toFixed = () => {
        throw new TypeError('not drawn');
      };
      Object.assign(window, { mend: () => (Number.prototype.toFixed = toFixed) });
    });
    await broken.getByRole('button', { name: 'α = 1, its default on CIFAR' }).click();
    await expect(broken.getByRole('alert')).toContainText('Something went wrong while this figure was drawn.');
    await expect(broken.getByRole('img', { name: 'White box' })).toHaveCount(0);
    await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
    await expect(neighbor.getByRole('alert')).toHaveCount(0);
    await neighbor.getByRole('button').first().click();
    await broken.getByRole('button', { name: 'Draw it again' }).click();
    await expect(broken.getByRole('img', { name: 'White box' })).toBeVisible();
    await expect(
      demoOf(page, 'error-under-attack').getByRole('heading', { name: 'computed in advance' }),
    ).toContainText('α = 1');
    expect(uncaught).toEqual([]);
    expect(logged.filter((text) => text.includes('not drawn'))).toHaveLength(1);
  },
);
