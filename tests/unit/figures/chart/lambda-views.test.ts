import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { lambdaShares } from '../../../../src/figures/chart/lambda-shares.ts';
import LambdaShares from '../../../../src/figures/chart/LambdaShares.svelte';
import PairBar from '../../../../src/figures/label/PairBar.svelte';
import StrengthOfAlpha from '../../../../src/figures/chart/StrengthOfAlpha.svelte';
import { expectSome } from '../../../expect-some.ts';

/** The HTML that a page without JavaScript has. */
function html<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string {
  return render(component as Component, { props }).body;
}

/** The attribute of each element of a class, in order. */
const attributes = (page: string, element: string, name: string): string[] =>
  Array.from(page.matchAll(new RegExp(`<${element}[^>]*?\\b${name}="([^"]*)"`, 'g')), ([, value]) => value as string);

describe('PairBar', () => {
  test('says the label in words and draws the first class left, the second right', () => {
    const page = html(PairBar, { first: '3', second: '8', lambda: 0.75 });
    expect(page).toContain('aria-label="Label: 75 % 3, 25 % 8"');
    expect(page).toMatch(/class="a[^"]*" width="75%"/);
    expect(page).toMatch(/class="b[^"]*" x="75%" width="25%"/);
  });

  test('keeps the label of two images of one digit whole', () => {
    const page = html(PairBar, { first: '3', second: '3', lambda: 0.75 });
    expect(page).toContain('aria-label="Label: 100 % 3"');
    expect(page).not.toMatch(/class="[ab]\b/);
  });
});

describe('LambdaShares', () => {
  const page = html(LambdaShares, {
    shares: lambdaShares(1, [0.05, 0.05, 0.95, 0.5]),
    title: 'Shares',
    description: 'Three of four lie outside.',
  });

  test('draws a bar for each tenth, as high as its share, on an axis in percent', () => {
    // The highest share, 50 %, asks for an axis to 60: 50 is 83.33 % of its height, 25 is 41.67 %.
    expect(attributes(page, 'rect', 'height')).toEqual([
      '83.33%',
      '0%',
      '0%',
      '0%',
      '0%',
      '41.67%',
      '0%',
      '0%',
      '0%',
      '41.67%',
    ]);
    expect(page).toContain('share of all λ, %');
    expect(page).toContain('aria-label="Shares. Three of four lie outside."');
  });

  test('draws a line across each where chance would have it', () => {
    const heights = Array.from(page.matchAll(/class="expected[^"]*"[^>]* y1="([^"]*)"/g), ([, y]) => y);
    expect(heights).toEqual(new Array(10).fill('83.33%'));
  });

  test('keeps every bar inside the plot where the density has no end', () => {
    const narrow = html(LambdaShares, { shares: lambdaShares(0.01, [0, 1]), title: 'Shares', description: 'x' });
    for (const height of expectSome(attributes(narrow, 'rect', 'height'), 'bars'))
      expect(parseFloat(height)).toBeLessThanOrEqual(100);
    expect(narrow).not.toMatch(/NaN|Infinity|undefined/);
  });
});

test('StrengthOfAlpha shows each task at its alphas, with both curves and named axes', () => {
  const page = html(StrengthOfAlpha, {
    uses: [
      { task: 'early', alphas: [0.1, 1] },
      { task: 'late', alphas: [10] },
    ],
    title: 'Strength',
    description: 'It rises.',
  });
  // On an axis of four decades, 0.1, 1 and 10 stand at one, two and three quarters.
  expect(attributes(page, 'circle', 'cx')).toEqual(['25%', '50%', '75%']);
  expect(page.match(/class="curve/g)).toHaveLength(2);
  for (const words of ['early', 'late', 'barely mixed', 'well mixed', 'share of pairs, %', 'α'])
    expect(page).toContain(words);
  expect(page).not.toMatch(/NaN|Infinity|undefined/);
});
