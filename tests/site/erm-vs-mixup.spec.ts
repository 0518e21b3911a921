import file from '../../content/results/erm-vs-mixup.json' with { type: 'json' };
import type { Locator } from '@playwright/test';
import { expectSome } from '../expect-some.ts';
import {
  article,
  awake,
  demoOf,
  expect,
  figureAddress,
  more,
  reaches,
  scoreTable,
  surfaces,
  test,
} from './site-test.ts';

// That the engines agree, and that each gives the same bits twice, is tested in tests/gpu.
test('the figure comes trained; a run rests off screen, and goes straight to the end that was computed in advance', async ({
  page,
}) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  await test.step('before it is touched the figure shows a trained state that came with the page', async () => {
    await expect(demo).toHaveAttribute('data-state', 'idle');
    await expect(demo).toHaveAttribute('data-step', '1000');
    for (const surface of await surfaces(demo)) expect(surface.length).toBeGreaterThan(500);
  });
  const baked = await scoreTable(demo);

  await test.step('training stops while the figure is off screen, and goes on when it is back', async () => {
    // From within the page: before a busy machine has scrolled it from outside, a run may be at its end.
    await demo.evaluate((element) => {
      new MutationObserver((_, watch) => {
        if (!(Number(element.dataset['step']) > 0)) return;
        watch.disconnect();
        scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
      }).observe(element, { attributeFilter: ['data-step'] });
    });
    await demo.getByRole('button', { name: 'Train' }).click();
    await expect(demo).toHaveAttribute('data-step', /^[1-9]\d*$/);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(2000);
    // A busy machine shows the last steps late.
    let left = await demo.getAttribute('data-step');
    await expect
      .poll(
        async () => {
          const before = left;
          left = await demo.getAttribute('data-step');
          return left === before;
        },
        { intervals: [1500] },
      )
      .toBe(true);
    expect(Number(left)).toBeLessThan(1000);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await expect(demo).not.toHaveAttribute('data-step', left ?? '');
  });

  await test.step('it goes straight to its end, which is what was computed in advance, and the badge says on what', async () => {
    await more(demo);
    const straight = demo.getByRole('button', { name: 'To the end' });
    await straight.press('Enter');
    await reaches(demo, 'done');
    await expect(straight).toHaveAttribute('aria-disabled', 'true');
    await expect(demo).toHaveAttribute('data-engine', 'cpu');
    await expect(demo).toHaveAttribute('data-step', '1000');
    await expect(demo.locator('.engine')).toContainText('steps/s');
    // What was baked is this very run, written with four significant digits.
    const trained = await scoreTable(demo);
    expect(trained.length).toBe(baked.length);
    trained.flat().forEach((value, k) => {
      const before = baked.flat()[k] as number;
      expect(Math.abs(value - before)).toBeLessThanOrEqual(1e-3 * Math.max(1, Math.abs(before)));
    });
    await expect(demo.locator('.fingerprint')).toContainText(`${file.picture.fingerprint}.`);
  });

  await test.step('whoever has run one figure may run the next: it wakes as it comes near', async () => {
    await demoOf(page, 'between-examples').scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island:has([data-demo="between-examples"])')).not.toHaveAttribute('ssr', /.*/);
  });
});

/** Runs to a step, or goes back to it, and waits there. */
async function goTo(demo: Locator, step: number): Promise<void> {
  await demo.getByRole('slider', { name: 'Step shown' }).fill(String(step));
  await expect(demo).toHaveAttribute('data-step', String(step));
  await reaches(demo, 'paused');
}

test('runs can be had again: by their seed, by scrubbing back, and by the address', async ({ page }) => {
  await page.goto(figureAddress({ seed: 7, step: 60 }, 'cpu'));
  const demo = await awake(page, 'erm-vs-mixup');
  await reaches(demo, 'paused');

  await test.step('two runs with one seed give identical numbers, and another seed gives others', async () => {
    const first = await scoreTable(demo);
    const seed = demo.getByRole('spinbutton', { name: 'seed' });
    const runWith = async (value: string): Promise<number[][]> => {
      await seed.fill(value);
      await seed.press('Enter');
      await expect(demo).toHaveAttribute('data-step', '0');
      await goTo(demo, 60);
      return scoreTable(demo);
    };
    expect(await runWith('8')).not.toEqual(first);
    expect(await runWith('7')).toEqual(first);
  });

  await test.step('scrubbing back to a step shows the same picture as a fresh run stopped there', async () => {
    await goTo(demo, 50);
    const scrubbed = await surfaces(demo);
    await demo.getByRole('button', { name: 'Reset' }).click();
    await expect(demo).toHaveAttribute('data-step', '0');
    await goTo(demo, 50);
    expect(await surfaces(demo)).toEqual(scrubbed);
  });

  await test.step('the page address follows the figure and brings back exactly this view', async () => {
    await demo.getByRole('combobox', { name: 'data set' }).selectOption('spirals');
    await expect(demo).toHaveAttribute('data-step', '0');
    await goTo(demo, 30);
    await expect(page).toHaveURL(/erm-vs-mixup\.data=spirals.*erm-vs-mixup\.step=30/);
    expect(page.url()).toContain('engine=cpu');
    const shown = await surfaces(demo);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await awake(page, 'erm-vs-mixup');
    await expect(demo).toHaveAttribute('data-step', '30');
    await reaches(demo, 'paused');
    expect(await surfaces(demo)).toEqual(shown);
  });

  await test.step('without mixing (alpha = 0) the curves of both members coincide exactly', async () => {
    const alpha = demo.getByRole('slider', { name: 'alpha' });
    await alpha.press('Home');
    await more(demo);
    await demo.getByRole('button', { name: 'Reset' }).click();
    await expect(demo).toHaveAttribute('data-step', '0');
    await expect(alpha).toHaveAttribute('aria-valuetext', '0');
    await goTo(demo, 100);
    const rows = await scoreTable(demo);
    expect(rows.length).toBeGreaterThanOrEqual(11);
    for (const row of rows) expect(row.slice(1, 4)).toEqual(row.slice(4, 7));
    const [erm, mixup] = await surfaces(demo);
    expect(erm).toBe(mixup);
  });
});

test('buttons, points and words of the text do what they say', async ({ page }) => {
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  await more(demo);

  await test.step('play, pause, step, reset and new seed', async () => {
    await demo.getByRole('button', { name: 'Step' }).click();
    await expect(demo).toHaveAttribute('data-step', '1');
    await reaches(demo, 'paused');
    await demo.getByRole('button', { name: 'Go on' }).click();
    await expect(demo).toHaveAttribute('data-step', /^[1-9]\d+$/);
    await demo.getByRole('button', { name: 'Pause' }).click();
    await reaches(demo, 'paused');
    await demo.getByRole('button', { name: 'Reset' }).click();
    await expect(demo).toHaveAttribute('data-step', '0');
    await expect(demo.getByRole('spinbutton', { name: 'seed' })).toHaveValue('1');
    await demo.getByRole('button', { name: 'seed 1 ↻' }).click();
    await expect(demo.getByRole('spinbutton', { name: 'seed' })).toHaveValue('2');
  });

  await test.step('points are moved and added with the pointer and with the keyboard, and can be taken back', async () => {
    await more(demo);
    await demo.getByRole('checkbox', { name: /examples/ }).check();
    const surface = demo.getByRole('region', { name: 'ERM' }).locator('svg.area');
    const box = (await surface.boundingBox()) as { x: number; y: number; width: number; height: number };
    await page.mouse.click(box.x + box.width * 0.05, box.y + box.height * 0.05);
    await expect(demo.getByRole('button', { name: /Undo all 1 change/ })).toBeVisible();

    const point = demo
      .getByRole('region', { name: 'ERM' })
      .getByRole('button', { name: /^Point 1\b/ })
      .first();
    await point.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(demo.getByRole('button', { name: /Undo all 2 changes/ })).toBeVisible();
    await expect(page).toHaveURL(/erm-vs-mixup\.points=/);
    await demo.getByRole('button', { name: /Undo all/ }).click();
    await expect(demo.getByRole('button', { name: /Undo all/ })).toHaveCount(0);
    await expect(demo.getByRole('checkbox', { name: /examples/ })).toBeFocused();
  });

  await test.step('words in the text set the figure', async () => {
    await page.locator('set-figure[data-set="preset=paper&noise=0.2"] a').click();
    await expect(demo.getByRole('combobox', { name: 'situation' }).locator('option:checked')).toHaveText('Your own');
    await reaches(demo, /running|done/);
    await demo.getByRole('button', { name: 'Pause' }).click();
  });
});

test('impossible settings in the address become the nearest allowed ones, and the reader is told', async ({ page }) => {
  await page.goto(
    figureAddress({ alpha: -3, noise: 'NaN', width: 1e9, data: 'donuts', seed: -1, step: 20, colour: 'red' }, 'abacus'),
  );
  const demo = await awake(page, 'erm-vs-mixup');
  await reaches(demo, 'paused');
  const notices = demo.locator('.notices');
  for (const word of ['alpha', 'noise', 'hidden units', 'data set', 'seed', 'colour'])
    await expect(notices).toContainText(word);
  await expect(demo.getByRole('slider', { name: 'alpha' })).toHaveAttribute('aria-valuetext', '0');
  await more(demo);
  await expect(demo.getByRole('slider', { name: 'hidden units' })).toHaveAttribute('aria-valuetext', '2 × 64');
  await expect(demo.getByRole('combobox', { name: 'data set' })).toHaveValue('rings');
  await expect(notices).toContainText('abacus');
});

test('under reduced motion the picture changes only when the run has come to rest', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${article}?engine=cpu`);
  const demo = await awake(page, 'erm-vs-mixup');
  await page.waitForTimeout(1000);
  await expect(demo).toHaveAttribute('data-state', 'idle');
  await demo.evaluate((root) => {
    const steps = new Set<string>();
    Object.assign(window, { shownSteps: steps });
    new MutationObserver(() => steps.add(root.getAttribute('data-step') ?? '')).observe(root, { attributes: true });
  });
  await demo.getByRole('button', { name: 'Train' }).click();
  await reaches(demo, 'done');
  const shown = await page.evaluate(() => Array.from((window as unknown as { shownSteps: Set<string> }).shownSteps));
  expect(expectSome(shown, 'steps shown').filter((step) => step !== '0' && step !== '1000')).toEqual([]);
});
