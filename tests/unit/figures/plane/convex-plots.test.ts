import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import HullPlot from '../../../../src/figures/plane/HullPlot.svelte';
import SimplexPlot from '../../../../src/figures/label/SimplexPlot.svelte';
import WeightBar from '../../../../src/figures/label/WeightBar.svelte';

/** The HTML that a page without JavaScript has. */
const html = <Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string =>
  render(component as Component, { props }).body;

const count = (text: string, pattern: RegExp) => text.match(new RegExp(pattern, 'g'))?.length ?? 0;
const nothing = () => undefined;

describe('WeightBar', () => {
  test('positive weights follow one another from 0, negative ones go the other way', () => {
    const page = html(WeightBar, {
      weights: [
        { name: 'cat', value: 1.5, color: 'a' as const },
        { name: 'dog', value: -0.5, color: 'b' as const },
      ],
      domain: [-1, 2] as const,
    });
    expect(page).toContain('aria-label="Weights: 150 % cat, −50 % dog"');
    // From -1 to 2: 0 is a third of the way, -0.5 a sixth; 1.5 takes half of the bar.
    expect(page).toMatch(/x="33\.33%"[^>]*width="50\.00%"[^>]*class-a/);
    expect(page).toMatch(/x="16\.67%"[^>]*width="16\.67%"[^>]*negative[^>]*class-b/);
  });

  test('stretches its domain to weights beyond it', () => {
    const weights = [1, 2, 3].map((n) => ({ name: String(n), value: 2 }));
    expect(html(WeightBar, { weights, domain: [-1, 2] as const })).toMatch(/x="71\.43%"[^>]*width="28\.57%"/);
  });
});

describe('HullPlot', () => {
  const plot = {
    points: [
      { name: 'cat', color: 'a' as const, place: { x: 0, y: 0 }, weight: 1.5 },
      { name: 'dog', color: 'b' as const, place: { x: 10, y: 0 }, weight: -0.5 },
      { name: 'fox', color: undefined, place: { x: 5, y: 10 }, weight: 0 },
    ],
    mixture: { x: -5, y: 0 },
    mixtureColor: 'var(--ink)',
    extent: { x: [-10, 10], y: [-10, 10] } as const,
    xLabel: 'snout, cm',
    yLabel: 'ear, cm',
    unit: 'cm',
    title: 'Animals',
    description: 'Outside.',
    onmove: nothing,
    onmix: nothing,
  };
  const page = html(HullPlot, plot);

  test('draws the hull, a line for each weight that is not 0, negative ones dashed, and names its axes', () => {
    expect(page).toContain('d="M500.0 500.0L1000.0 500.0L750.0 0.0z"');
    expect(count(page, /d="M250\.0 500\.0L/)).toBe(2);
    expect(count(page, /<path[^>]*class="[^"]*negative/)).toBe(1);
    for (const name of ['snout, cm', 'ear, cm', 'Animals. Outside.']) expect(page).toContain(name);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('every point and the mixture is a named control', () => {
    expect(count(page, /role="button" tabindex="0"/)).toBe(4);
    expect(page).toContain('aria-label="mixture: snout −5.0, ear 0.0 cm; arrow keys change the weights"');
  });

  test('a mixture beyond the plot is shown at its edge, dashed', () => {
    const beyond = html(HullPlot, { ...plot, mixture: { x: -30, y: 2 } });
    expect(beyond).toMatch(/<svg x="0%" y="40%"[^>]*>.*beyond/s);
    expect(page).not.toMatch(/class="mixture[^"]*beyond/);
  });
});

describe('SimplexPlot', () => {
  const page = html(SimplexPlot, {
    names: ['cat', 'dog', 'rabbit'] as const,
    first: [1, 0, 0] as const,
    second: [0, 0, 1] as const,
    mixture: [0.5, 0, 0.5] as const,
    title: 'Labels',
    description: 'Half of each.',
    onfirst: nothing,
    onsecond: nothing,
    onmix: nothing,
  });

  test('shows the mixture halfway up the edge between its two labels', () => {
    expect(page).toMatch(/x1="0%" y1="100%" x2="50%" y2="0%"/);
    expect(page).toContain('aria-label="mixed label: 50 % cat, 0 % dog, 50 % rabbit; arrow keys change λ"');
    expect(page).toMatch(/<svg x="25%" y="50%"/);
  });

  test('names its corners with their labels, and stays below 25 kB', () => {
    for (const label of ['(1, 0, 0)', '(0, 1, 0)', '(0, 0, 1)']) expect(page).toContain(label);
    expect(page.length).toBeLessThan(25_000);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});
