import { describe, expect, test } from 'vitest';
import { axisTicks, formatNumber, linearScale, percentage } from '../../../../src/figures/chart/linear-scale.ts';

test('linearScale maps a domain to shares, and a domain of no width to the middle', () => {
  expect([-2, 0, 2, 4].map(linearScale([-2, 2]))).toEqual([0, 0.5, 1, 1.5]);
  expect(linearScale([3, 3])(3)).toBe(0.5);
});

describe('axisTicks', () => {
  test('gives round numbers with the decimals their distance needs', () => {
    expect(axisTicks([0, 1], 5).map(({ text }) => text)).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
    expect(axisTicks([-1.5, 1.5], 4).map(({ text }) => text)).toEqual(['−1', '0', '1']);
    expect(axisTicks([0, 3000], 3).map(({ text }) => text)).toEqual(['0', '1,000', '2,000', '3,000']);
    expect(axisTicks([0, 0.02], 2).map(({ share }) => share)).toEqual([0, 0.5, 1]);
  });

  test('writes as it is told', () => {
    expect(axisTicks([0, 1], 2, (value) => `${100 * value} %`).map(({ text }) => text)).toEqual([
      '0 %',
      '50 %',
      '100 %',
    ]);
  });
});

test.each([
  [1234567.891, 1, '1,234,567.9'],
  [-0.52, 2, '−0.52'],
  [-0.001, 2, '0.00'],
  [999, 0, '999'],
  [0.123456, 4, '0.1235'],
  [0.45, 1, '0.5'],
  [100 * 0.0045, 1, '0.5'],
])('formatNumber writes %d with %d decimals as %s', (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

test('percentage rounds to hundredths of a percent', () => {
  expect(percentage(1 / 3)).toBe('33.33%');
  expect(percentage(1)).toBe('100%');
});
