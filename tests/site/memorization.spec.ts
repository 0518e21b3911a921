import type { Locator } from '@playwright/test';
import baked from '../../content/results/memorization.json' with { type: 'json' };
import { expectSome } from '../expect-some.ts';
import { awake, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/supervised-learning-and-erm/';
const name = 'memorization';

/** The summary beside the chart: training and test error of each share of random labels, in %. */
async function errors(demo: Locator): Promise<[number, number][]> {
  const rows = await demo
    .locator('table')
    .first()
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map(
        (row) => Array.from(row.querySelectorAll('td'), (cell) => parseFloat(cell.textContent)) as [number, number],
      ),
    );
  return expectSome(rows, 'shares of random labels');
}

// What GPU engines make of the study is tested in tests/gpu/studies: a whole training in software takes them long.
test('what was computed in advance is shown, computed here again, paused, resumed and stopped', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, name);

  await test.step('before it is run it shows what was computed in advance, for each share of random labels', async () => {
    await expect(demo).toHaveAttribute('data-state', 'idle');
    await expect(demo).toHaveAttribute('data-step', '600');
    await expect(demo.getByText(`mean over ${baked.seeds.length} seeds`)).toBeVisible();
    const expected = baked.conditions.map(({ measures }) => [
      100 * measures.trainingError.last.mean,
      100 * measures.testError.last.mean,
    ]);
    (await errors(demo))
      .flat()
      .forEach((value, k) => expect(Math.abs(value - (expected.flat()[k] as number))).toBeLessThan(0.051));
    const testErrorOf = (share: string): string => {
      const mean = baked.conditions.find(({ condition }) => condition === share)?.measures.testError.last.mean;
      return `${(100 * (mean ?? NaN)).toFixed(1)} %`;
    };
    const legend = demo.locator('.chart li');
    await expect(legend.filter({ hasText: 'test error' })).toContainText(testErrorOf('100'));
    await demo.getByRole('radio', { name: 'none' }).check();
    await expect(legend.filter({ hasText: 'test error' })).toContainText(testErrorOf('0'));
    await page.locator('set-figure[data-set="share=50"] a').click();
    await expect(legend.filter({ hasText: 'test error' })).toContainText(testErrorOf('50'));
    await expect(page).toHaveURL(/memorization\.share=50/);
  });

  await test.step('two seeds that are paused and resumed run to their end as they were computed in advance', async () => {
    await demo.getByRole('combobox', { name: 'seeds' }).selectOption('2');
    await demo.getByRole('button', { name: 'Run it here' }).click();
    await reaches(demo, 'running');
    await expect(page).toHaveURL(/memorization\.run=here/);
    await expect(demo).not.toHaveAttribute('data-step', /^(0|600)$/);
    await demo.getByRole('button', { name: 'Pause' }).click();
    await reaches(demo, 'paused');
    await demo.getByRole('button', { name: 'Go on' }).click();
    await reaches(demo, 'done');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo.getByText('mean over 2 seeds')).toBeVisible();
    await expect(demo.getByText('2 of 2 seeds complete')).toBeVisible();
    (await errors(demo)).forEach(([training, test], k) => {
      const { values } = (baked.conditions[k] as (typeof baked.conditions)[number]).measures.testError.last;
      const mean = values.slice(0, 2).reduce((sum, value) => sum + 50 * value, 0);
      expect(training).toBe(0);
      expect(Math.abs(test - mean)).toBeLessThan(0.051);
    });
  });

  await test.step('an address starts a run, and what came in until it is stopped is kept', async () => {
    await page.goto(`${article}?engine=cpu&v=1&${name}.seeds=16&${name}.run=here&${name}.share=50#${name}`);
    await awake(page, name);
    await reaches(demo, 'running');
    await expect(demo.getByRole('radio', { name: '50 %' })).toBeChecked();
    await more(demo);
    await demo.getByRole('button', { name: 'Stop' }).click();
    await reaches(demo, 'done');
    await expect(demo.getByText(/stopped before a seed was complete|of 16 seeds complete/)).toBeVisible();
    await expect(demo.getByRole('button', { name: 'Run again' })).toBeEnabled();
  });
});
