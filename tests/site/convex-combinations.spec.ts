import type { Locator } from '@playwright/test';
import { onPhone } from './finger.ts';
import { awake, expect, more, test } from './site-test.ts';
import { changedInPlace, expectRisingToTheRight, pasted } from './reader.ts';

const article = '/articles/convex-combinations/';
const [points, labels] = ['convex-points', 'label-simplex'] as const;

/** The middle of a handle on the screen, found by what it is called. */
async function middleOf(demo: Locator, handle: RegExp): Promise<{ x: number; y: number }> {
  const box = await demo.getByRole('button', { name: handle }).locator('.ring').boundingBox();
  if (!box) throw new Error(`no handle ${handle}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const weights = (demo: Locator) => demo.locator('.weights');

const show = (demo: Locator, preset: string) => demo.getByRole('combobox', { name: 'show' }).selectOption(preset);

/** The last row of the table twin: where the mixture is. */
async function mixture(demo: Locator): Promise<number[]> {
  const cells = await demo.locator('tbody tr').last().locator('td').allTextContents();
  return cells.slice(-2).map((text) => Number(text.replace('−', '-')));
}

/** The three label bars in words: label i, label j, their mixture. */
const bars = (demo: Locator) =>
  demo.locator('.values .label[role="img"]').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label')));

test('animals are mixed by sliders, keys, a mouse, words, an address and a finger', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, points);

  await test.step('before it is touched it shows 60 % of a cat and 40 % of a dog', async () => {
    await expect(demo).toHaveAttribute('data-state', 'idle');
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog');
    await expect(demo.getByRole('button', { name: /^mixture/ })).toHaveAccessibleName(/snout 5\.8, ear 7\.2 cm/);
  });

  await test.step('the mixture is dragged, stays on the segment, and stops at its end', async () => {
    const from = await middleOf(demo, /^mixture/);
    const dog = await middleOf(demo, /^dog/);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(dog.x + 40, dog.y - 10, { steps: 8 });
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 0 % cat, 100 % dog');
    await page.mouse.up();
    await expect(demo.locator('.verdict')).toContainText('lies on the segment');
  });

  await test.step('a slider moves the mixture along the segment, where 75 % of the way is drawn at 75 % of the way', async () => {
    await more(demo);
    await demo.getByRole('slider', { name: 'dog' }).fill('75');
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 25 % cat, 75 % dog');
    await expect(demo).toHaveAttribute('data-state', 'done');
    // All at once: what opened the sheet may still be scrolling.
    const [cat, dog, mixed] = await demo.evaluate((root) =>
      ['cat', 'dog', 'mixture'].map((handle) => {
        const box = root.querySelector(`[aria-label^="${handle}"] .ring`)?.getBoundingClientRect();
        return { x: (box?.left ?? NaN) + (box?.width ?? 0) / 2, y: (box?.top ?? NaN) + (box?.height ?? 0) / 2 };
      }),
    );
    if (!cat || !dog || !mixed) throw new Error('There are not three handles.');
    for (const axis of ['x', 'y'] as const)
      expect(mixed[axis]).toBeCloseTo(cat[axis] + 0.75 * (dog[axis] - cat[axis]), -0.3);
  });

  await test.step('arrow keys move points, and the mixture by its weights', async () => {
    await show(demo, 'Two points');
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog');
    await demo.getByRole('button', { name: /^cat/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowUp');
    await expect(demo.getByRole('button', { name: /^cat/ })).toHaveAccessibleName(/snout 3\.5, ear 6\.1 cm/);
    await demo.getByRole('button', { name: /^mixture/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(weights(demo)).not.toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog');
    await expect(demo.locator('.verdict')).toContainText('A convex combination');
  });

  await test.step('points are added with no weight and removed again, at least two are left', async () => {
    await show(demo, 'Two points');
    await demo.getByRole('button', { name: 'Add the rabbit' }).click();
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 60 % cat, 40 % dog, 0 % rabbit');
    await more(demo);
    await demo.getByRole('button', { name: 'Remove the rabbit' }).click();
    await expect(demo.getByRole('button', { name: 'Remove the dog' })).toBeDisabled();
  });

  await test.step('a negative weight shows that the mixture leaves, and the rule brings it back', async () => {
    await page.locator('set-figure[data-set="preset=negative"] a').click();
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 150 % cat, −50 % dog');
    await expect(demo.locator('.verdict')).toContainText('has left the segment: snout −0.50 cm');
    await expect(demo.locator('.weights rect.negative')).toHaveCount(1);
    await more(demo);
    await demo.getByRole('radio', { name: /none negative/ }).check();
    await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 100 % cat, 0 % dog');
  });

  await test.step('a negative weight among six points need not leave the hull, and the figure says so', async () => {
    await page.locator('set-figure[data-set*="fox=-0.3"] a').click();
    await expect(demo.locator('.verdict')).toContainText('Not convex, only affine');
    await expect(demo.locator('.verdict')).toContainText('lies in the hull all the same');
  });

  await test.step('a point is dragged, the hull and the mixture follow, and the address brings both back', async () => {
    await show(demo, 'Three points');
    const hull = demo.locator('path.hull');
    const before = await hull.getAttribute('d');
    await demo.locator('svg.area').scrollIntoViewIfNeeded();
    const from = await middleOf(demo, /^rabbit/);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x - 40, from.y + 30, { steps: 5 });
    await page.mouse.up();
    await expect(hull).not.toHaveAttribute('d', before ?? '');
    await expect(page).toHaveURL(/convex-points\.count=3.*convex-points\.points=/);
    const openTable = async () => {
      await more(demo);
      await demo.locator('summary').click();
    };
    await openTable();
    const [drawn, shown] = [await hull.getAttribute('d'), await mixture(demo)];
    await page.reload();
    await awake(page, points);
    await openTable();
    await expect(hull).toHaveAttribute('d', drawn ?? '');
    expect(await mixture(demo)).toEqual(shown);
  });

  await test.step('a page’s translation freezes nothing', async () => {
    expect(await changedInPlace(page, points)).toEqual([]);
  });

  await test.step('a finger drags the mixture without scrolling the page', async () => {
    await show(demo, 'Two points');
    await page.keyboard.press('Escape');
    await onPhone(page, async (drag) => {
      await demo.locator('svg.area').scrollIntoViewIfNeeded();
      const [from, cat] = [await middleOf(demo, /^mixture/), await middleOf(demo, /^cat/)];
      await drag(from, { x: (from.x + cat.x) / 2, y: (from.y + cat.y) / 2 }, cat);
      await expect(weights(demo)).toHaveAttribute('aria-label', 'Weights: 100 % cat, 0 % dog');
    });
  });
});

test('labels are mixed by a slider, keys, a mouse, words and an address', async ({ page }) => {
  await page.goto(article);
  const demo = await awake(page, labels);

  await test.step('before it is touched it mixes the corners of cat and dog', async () => {
    await expect(demo).toHaveAttribute('data-state', 'idle');
    expect(await bars(demo)).toEqual([
      'Label: 100 % cat, 0 % dog, 0 % rabbit',
      'Label: 0 % cat, 100 % dog, 0 % rabbit',
      'Label: 60 % cat, 40 % dog, 0 % rabbit',
    ]);
  });

  await test.step('the right arrow raises λ, towards label i', async () => {
    await expectRisingToTheRight(page, demo, labels, '.end.right');
    await expect(demo.locator('.end.right')).toHaveText('i');
  });

  await test.step('lambda moves the mixture along the segment, in the bar and in the triangle', async () => {
    await demo.getByRole('slider').fill('0.25');
    await expect(demo.getByRole('slider')).toHaveAttribute('aria-valuetext', 'λ = 0.25');
    expect((await bars(demo))[2]).toBe('Label: 25 % cat, 75 % dog, 0 % rabbit');
    const [i, j, mixed] = [
      await middleOf(demo, /^label i/),
      await middleOf(demo, /^label j/),
      await middleOf(demo, /^mix/),
    ];
    expect(mixed.x).toBeCloseTo(i.x + 0.75 * (j.x - i.x), -0.3);
    await expect(page).toHaveURL(/label-simplex\.lambda=0\.25/);
  });

  await test.step('arrow keys move a label, never out of the triangle, and the mixture only along its segment', async () => {
    await show(demo, 'Cat and dog');
    await demo.getByRole('button', { name: /^label i/ }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    expect((await bars(demo))[0]).toBe('Label: 100 % cat, 0 % dog, 0 % rabbit');
    await page.keyboard.press('ArrowRight');
    expect((await bars(demo))[0]).toBe('Label: 95 % cat, 5 % dog, 0 % rabbit');
    await show(demo, 'Cat and dog');
    await demo.getByRole('button', { name: /^mixed label/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    expect((await bars(demo))[2]).toBe('Label: 55 % cat, 45 % dog, 0 % rabbit');
  });

  await test.step('words in the text mix the mixture with a rabbit, and two cats stay a cat', async () => {
    await page.locator('set-figure[data-set="preset=third"] a').click();
    await expect.poll(async () => (await bars(demo))[2]).toBe('Label: 45 % cat, 30 % dog, 25 % rabbit');
    await expect(demo.locator('.values')).toContainText('(0.45, 0.3, 0.25)');
    await page.locator('set-figure[data-set="preset=same"] a').click();
    await demo.getByRole('slider').fill('0.2');
    await expect.poll(async () => (await bars(demo))[2]).toBe('Label: 100 % cat, 0 % dog, 0 % rabbit');
  });

  await test.step('a page’s translation freezes nothing', async () => {
    expect(await changedInPlace(page, labels)).toEqual([]);
  });

  await test.step('a formula is copied once, as TeX, with the words around it', async () => {
    const paragraph = page.locator('.prose p:has(.katex)').filter({ hasText: 'be the two points' }).first();
    await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element));
    await page.keyboard.press('Control+C');
    const text = await pasted(page);
    expect(text).toContain('let $x_i$ and $x_j$ be the two points');
    expect(text).not.toMatch(/[\u200b\u2061]|x\s*i\s*x\s*_/);
  });

  await test.step('a label is dragged to the top and becomes a rabbit, and the address brings it back', async () => {
    await show(demo, 'Cat and dog');
    await demo.locator('svg.area').scrollIntoViewIfNeeded();
    const area = await demo.locator('svg.area').boundingBox();
    const from = await middleOf(demo, /^label j/);
    if (!area) throw new Error('no triangle');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width / 2, area.y - 5, { steps: 8 });
    await page.mouse.up();
    const rabbits = ['Label: 0 % cat, 0 % dog, 100 % rabbit', 'Label: 60 % cat, 0 % dog, 40 % rabbit'];
    await expect.poll(async () => (await bars(demo)).slice(1)).toEqual(rabbits);
    await expect(page).toHaveURL(/label-simplex\.j-dog=0(&|#|$)/);
    await page.reload();
    await awake(page, labels);
    await expect.poll(async () => (await bars(demo)).slice(1)).toEqual(rabbits);
  });
});

test('what makes no mixture in an address becomes the nearest that does, and the reader is told', async ({ page }) => {
  const weighted = `${points}.cat=0.9&${points}.dog=0.5&${points}.count=99&${points}.rule=magic`;
  const shared = `${labels}.i-cat=0.8&${labels}.i-dog=0.6&${labels}.lambda=7`;
  await page.goto(`${article}?v=1&${weighted}&${shared}#${points}`);

  const animals = await awake(page, points);
  for (const text of ['number of points', 'weights allowed', 'nearest that are'])
    await expect(animals.locator('.notices')).toContainText(text);
  await expect(weights(animals)).toHaveAttribute('aria-label', /^Weights: 70 % cat, 30 % dog, 0 % rabbit/);

  const triangle = await awake(page, labels);
  await expect(triangle.locator('.notices')).toContainText('label i add up to more than 1');
  await expect(triangle.locator('.notices')).toContainText('λ');
  expect((await bars(triangle))[0]).toBe('Label: 60 % cat, 40 % dog, 0 % rabbit');
});
