import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import BetaDensity from '../../../src/figures/chart/BetaDensity.svelte';
import DataTable from '../../../src/figures/table/DataTable.svelte';
import DecisionSurface from '../../../src/figures/plane/DecisionSurface.svelte';
import PlaneDots from '../../../src/figures/plane/PlaneDots.svelte';
import ProbeHandles from '../../../src/figures/plane/ProbeHandles.svelte';
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

  test('is one named picture with bands, boundary and points', () => {
    expect(page).toContain('role="img" aria-label="ERM after 300 steps. Its boundary winds between the points."');
    expect(count(page, /<path d="M/)).toBeGreaterThan(8);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('draws a dot at each point, of its class, and says which labels are wrong', () => {
    // A step of no length in the middle of the plane, whose stroke's cap is the mark.
    expect(page).toMatch(/<path class="edge[^"]* flipped[^"]*" d="M500 500h0"/);
    const dots = Array.from(page.matchAll(/<path class="dot([^"]*)" d="([^"]*)"/g), ([, kind, path]) => [kind, path]);
    expect(dots.map(([kind = '', path]) => [/\bb\b/.test(kind) ? 'B' : 'A', path])).toEqual([
      ['A', 'M0 1000h0'],
      ['B', 'M1000 0h0'],
      ['B', 'M500 500h0'],
    ]);
  });

  test('stays below 15 kB with 48 by 48 cells', () => {
    expect(page.length).toBeLessThan(15_000);
  });

  test('offers no controls by itself', () => {
    expect(page).not.toMatch(/tabindex|role="button"|<button/);
  });
});

test('two hundred examples of two classes take a tenth as many elements', () => {
  const points = Array.from({ length: 200 }, (_, n) => ({ x: n / 100 - 1, y: 0, label: n % 2, flipped: n % 7 === 0 }));
  const page = html(PlaneDots, { points, extent: { x: [-1, 1], y: [-1, 1] } });
  expect(count(page, /<path/)).toBeLessThanOrEqual(64);
  expect(count(page, /h0/)).toBe(2 * 200);
});

test('the ends of a segment and the blend on it are named handles', () => {
  const handles = html(ProbeHandles, {
    probe: { a: { x: -1, y: 0.5 }, b: { x: 1, y: 0 } },
    lambda: 0.75,
    ends: [0, 1],
    extent: { x: [-2, 2], y: [-1, 1] },
    share: ({ x, y }: { x: number; y: number }) => ({ x: (x + 2) / 4, y: (y + 1) / 2 }),
    placeOf: () => ({ x: 0, y: 0 }),
    onprobe: () => undefined,
    onlambda: () => undefined,
  });
  expect(handles).toContain('aria-label="End i of the segment, x −1.00, y 0.50; arrow keys move it"');
  expect(handles).toContain('aria-valuetext="75 % of i, 25 % of j"');
  // Three quarters of the way from j to i, as percentages of the plane with y down.
  expect(handles).toMatch(/class="blend[^"]*" cx="37.5%" cy="31.25%"/);
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
  expect(page).toMatch(/<summary>(<!---->)?The numbers(<!---->)?<\/summary>/);
  expect(page).toContain('22.25');
  expect(page).not.toContain('<button');
});
