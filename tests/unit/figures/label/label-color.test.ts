import { describe, expect, test } from 'vitest';
import { labelColor, surfaceColor } from '../../../../src/figures/label/label-color.ts';
import { bandColors, confidenceThresholds } from '../../../../src/figures/plane/surface-bands.ts';

describe('labelColor', () => {
  test("is a class's own color when the label is certain, and their mixture in OKLab between", () => {
    expect(labelColor(0)).toBe('var(--class-a)');
    expect(labelColor(1)).toBe('var(--class-b)');
    expect(labelColor(0.4)).toBe('color-mix(in oklab,var(--class-b) 40%,var(--class-a))');
  });

  test('refuses what is no probability', () => {
    expect(() => labelColor(1.2)).toThrow('p: expected a finite number from 0 to 1, got 1.2.');
    expect(() => labelColor(NaN)).toThrow('p: expected a finite number from 0 to 1, got NaN.');
  });
});

describe('surfaceColor', () => {
  const strength = (p: number) => Number(/ ([\d.]+)%,var\(--unsure\)\)$/.exec(surfaceColor(p))?.[1]);

  test('is that of the undecided at one half, each class’s own where it is certain, and equally strong for both between', () => {
    expect([0, 0.5, 1].map(surfaceColor)).toEqual(['var(--sure-a)', 'var(--unsure)', 'var(--sure-b)']);
    for (const p of [0.6, 0.75, 0.9]) {
      expect(strength(p)).toBeGreaterThan(strength(p - 0.08));
      expect(strength(p)).toBeCloseTo(strength(1 - p), 10);
    }
    expect(surfaceColor(0.4)).toContain('--sure-a');
  });
});

test('bandColors has a color for each band, from certain A to certain B', () => {
  const colors = bandColors(confidenceThresholds);
  expect(colors).toHaveLength(confidenceThresholds.length + 1);
  expect(new Set(colors).size).toBe(colors.length);
  expect([colors[0], colors.at(-1)]).toEqual([surfaceColor(0), surfaceColor(1)]);
  expect(bandColors([0.5])).toEqual([surfaceColor(0), surfaceColor(1)]);
});
