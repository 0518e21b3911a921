import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import BetaDensity from '../../../src/figures/chart/BetaDensity.svelte';
import DataTable from '../../../src/figures/table/DataTable.svelte';
import DecisionSurface from '../../../src/figures/plane/DecisionSurface.svelte';
import LabelBar from '../../../src/figures/label/LabelBar.svelte';
import LineChart from '../../../src/figures/chart/LineChart.svelte';
import PixelImage from '../../../src/figures/image/PixelImage.svelte';

/** The HTML that a page without JavaScript has. */
function html(component: unknown, props: Record<string, unknown>): string {
  return render(component as Component<Record<string, unknown>>, { props }).body;
}

const count = (text: string, pattern: RegExp) => text.match(new RegExp(pattern, 'g'))?.length ?? 0;

const surface = {
  values: Array.from(
    { length: 48 * 48 },
    (_, i) => 1 / (1 + Math.exp(-6 * Math.sin((i % 48) / 9) - (i / 48 - 24) / 4)),
  ),
  columns: 48,
  rows: 48,
  extent: { x: [-2, 2], y: [-1, 1] } as const,
  points: [
    { x: -2, y: -1, label: 0 },
    { x: 0, y: 0, label: 1, flipped: true },
    { x: 2, y: 1, label: 0.75, virtual: true },
  ],
  title: 'ERM after 300 steps',
  description: 'Its boundary winds between the points.',
};

describe('DecisionSurface', () => {
  const page = html(DecisionSurface, surface);

  test('is one named picture with bands, boundary, points and named axes', () => {
    expect(page).toContain('role="img" aria-label="ERM after 300 steps. Its boundary winds between the points."');
    expect(page).toContain('x₁');
    expect(page).toContain('x₂');
    expect(page).toContain('−0.5');
    expect(count(page, /<path d="M/)).toBeGreaterThan(8);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('draws class A as a disc, class B as a square, virtual points hollow, wrong labels crossed', () => {
    expect(page).toMatch(/<circle class="real[^"]*" cx="0%" cy="100%"/);
    expect(page).toMatch(/<rect class="real flipped[^"]*" x="50%" y="50%"/);
    expect(page).toMatch(/<rect class="virtual[^"]*" x="100%" y="0%"[^>]*stroke:color-mix/);
    expect(count(page, /M-2-2L2 2/)).toBe(1);
  });

  test('stays below 15 kB with 48 by 48 cells', () => {
    expect(page.length).toBeLessThan(15_000);
  });

  test('offers no controls unless it is editable', () => {
    expect(page).not.toMatch(/tabindex|role="button"|<button/);
  });

  test('editable, makes every point a named control, one of them in the order of tabs', () => {
    const editable = html(DecisionSurface, {
      ...surface,
      editable: true,
      onmove: () => undefined,
      onadd: () => undefined,
    });
    expect(editable).toContain('aria-label="Point 2, class B, wrong label, x 0.00, y 0.00"');
    expect(count(editable, /tabindex="0"/)).toBe(1);
    expect(count(editable, /tabindex="-1"/)).toBe(2);
    expect(count(editable, /type="radio"/)).toBe(2);
    expect(editable).not.toContain('<button');
  });

  test('shows the probe as a picture, or as two named handles', () => {
    const probe = { a: { x: -1, y: 0.5 }, b: { x: 1, y: 0 } };
    expect(html(DecisionSurface, { ...surface, probe })).not.toContain('role="button"');
    const movable = html(DecisionSurface, { ...surface, probe, onprobe: () => undefined });
    expect(movable).toContain('aria-label="End i of the segment, x −1.00, y 0.50; arrow keys move it"');
    expect(count(movable, /role="button"/)).toBe(2);
  });
});

test('LineChart shows each curve with its name, its last value and its mark', () => {
  const page = html(LineChart, {
    series: [
      {
        name: 'ERM',
        method: 'erm',
        values: [
          { x: 0, y: 50 },
          { x: 100, y: 22 },
        ],
      },
      {
        name: 'mixup',
        method: 'mixup',
        dash: true,
        values: [
          { x: 0, y: 50, low: 48, high: 52 },
          { x: 100, y: 14, low: 13, high: 15 },
        ],
      },
      { name: 'not yet run', method: 'both', values: [] },
    ],
    xLabel: 'steps',
    yLabel: 'test error, %',
    title: 'Test error',
    description: 'mixup ends lower.',
  });
  for (const text of ['ERM', 'mixup', 'not yet run', '22.00', '14.00', '–', 'steps', 'test error, %'])
    expect(page).toContain(text);
  expect(count(page, /class="interval/)).toBe(1);
  expect(page).toContain('var(--mixup)');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
});

describe('BetaDensity', () => {
  test.each([0.001, 0.2, 1, 32, 1000])('has a curve for alpha = %d', (alpha) => {
    const page = html(BetaDensity, { alpha, samples: [0, 0.25, 1] });
    expect(page).toMatch(/class="curve[^"]*" d="M/);
    expect(page).toContain('d="M0 1000v-60M250 1000v-60M1000 1000v-60"');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('has two spikes at alpha = 0, and says that nothing is mixed', () => {
    const page = html(BetaDensity, { alpha: 0 });
    expect(page).toContain('d="M0 1000V0"');
    expect(page).toContain('d="M1000 1000V0"');
    expect(page).toContain('nothing is mixed');
  });
});

test('LabelBar says the shares in words and draws them', () => {
  const page = html(LabelBar, {
    weights: [
      { name: 'cat', value: 0.6, color: 'a' },
      { name: 'dog', value: 0.4, color: 'b' },
    ],
  });
  expect(page).toContain('aria-label="Label: 60 % cat, 40 % dog"');
  expect(page).toMatch(/x="60%" width="40%"/);
});

test('PixelImage is a named picture', () => {
  expect(html(PixelImage, { values: [0, 1, 1, 0], columns: 2, rows: 2, title: 'a digit' })).toContain(
    'aria-label="a digit"',
  );
});

test('DataTable holds all rows without JavaScript, and no button that would need it', () => {
  const page = html(DataTable, {
    caption: 'The numbers',
    columns: ['step', 'error'],
    rows: [
      [0, 50.5],
      [10, 22.25],
    ],
    fileName: 'x.csv',
  });
  expect(page).toContain('<summary>The numbers</summary>');
  expect(page).toContain('22.25');
  expect(page).not.toContain('<button');
});
