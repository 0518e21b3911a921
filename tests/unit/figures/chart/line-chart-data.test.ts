import { describe, expect, test } from 'vitest';
import { pointAt, xDomainOf, yDomainOf } from '../../../../src/figures/chart/line-domain.ts';
import { intervalPath, linePath } from '../../../../src/figures/chart/line-path.ts';
import type { LineSeries } from '../../../../src/figures/chart/line-series.ts';

const series = (...values: LineSeries['values']): LineSeries[] => [{ name: 'ERM', method: 'erm', values }];

describe('linePath', () => {
  test('draws y up in a box of 1000 by 1000', () => {
    expect(
      linePath(
        [
          { x: 0, y: 0 },
          { x: 5, y: 2 },
          { x: 10, y: 0 },
        ],
        [0, 10],
        [0, 2],
      ),
    ).toBe('M0 1000l500-1000l500 1000');
  });

  test('leaves a gap where a value is missing', () => {
    const values = [0, 1, NaN, 1, Infinity, 2, 0].map((y, x) => ({ x, y }));
    expect(linePath(values, [0, 6], [0, 2]).match(/M/g)).toHaveLength(2);
  });

  test('is empty without points', () => {
    expect(linePath([], [0, 1], [0, 1])).toBe('');
  });
});

test('intervalPath goes along the upper bounds and back along the lower ones', () => {
  const points = [
    { x: 0, y: 1, low: 0, high: 2 },
    { x: 1, y: 1, low: 0.5, high: 1.5 },
  ];
  expect(intervalPath(points, [0, 1], [0, 2])).toBe('M0 0l1000 250v500l-1000 250z');
  expect(
    intervalPath(
      [
        { x: 0, y: 1 },
        { x: 1, y: 1 },
      ],
      [0, 1],
      [0, 2],
    ),
  ).toBe('');
});

describe('domains', () => {
  test('x spans all curves, y begins at zero and ends at a round number above all intervals', () => {
    const both = [...series({ x: 0, y: 7 }, { x: 30, y: NaN }), ...series({ x: 10, y: 31, low: 22, high: 37.2 })];
    expect(xDomainOf(both)).toEqual([0, 30]);
    expect(yDomainOf(both)).toEqual([0, 40]);
    expect(yDomainOf(series({ x: 0, y: 90 }, { x: 1, y: 99 }))).toEqual([0, 100]);
  });

  test('cuts at zero an interval that reaches below while no value does', () => {
    expect(yDomainOf(series({ x: 0, y: 9, low: 7, high: 11 }, { x: 1, y: 0.1, low: -0.2, high: 0.4 }))[0]).toBe(0);
    expect(yDomainOf(series({ x: 0, y: 9 }, { x: 1, y: -1, low: -1.9, high: -0.1 }))[0]).toBeLessThanOrEqual(-1.9);
  });

  test('reach below zero only for negative values', () => {
    expect(yDomainOf(series({ x: 0, y: -1.7 }, { x: 1, y: 2 }))).toEqual([-2, 2]);
  });

  test('stay usable without any value, and with a single one', () => {
    expect(xDomainOf([])).toEqual([0, 1]);
    expect(yDomainOf(series())).toEqual([0, 1]);
    expect(xDomainOf(series({ x: 4, y: 1 }))).toEqual([4, 5]);
  });
});

test('pointAt finds the last measured point up to x', () => {
  const points = [
    { x: 0, y: 5 },
    { x: 10, y: 4 },
    { x: 20, y: NaN },
  ];
  expect(pointAt(points, -1)).toBeUndefined();
  expect(pointAt(points, 10)).toEqual({ x: 10, y: 4 });
  expect(pointAt(points, Infinity)).toEqual({ x: 10, y: 4 });
});
