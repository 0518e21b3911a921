import { describe, expect, it } from 'vitest';
import { median } from '../../../../src/core/statistics/median.ts';

describe('the median', () => {
  it('is the middle number, by size and not by name', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  it('is halfway between the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });

  it('of nothing is an error', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('leaves its argument as it was', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
