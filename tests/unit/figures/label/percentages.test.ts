import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { percentages } from '../../../../src/figures/label/percentages.ts';

// Hundreds of cases each, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test('percentages rounds so that the sum is 100, the largest remainders up', () => {
  expect(percentages([1, 1, 1])).toEqual([34, 33, 33]);
  expect(percentages([0.6, 0.4])).toEqual([60, 40]);
  expect(percentages([0.005, 0.995])).toEqual([1, 99]);
});

test('percentages are within one of the exact share and always add up to 100', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 }), (weights) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      fc.pre(sum > 1e-9);
      const shares = percentages(weights);
      expect(shares.reduce((total, share) => total + share, 0)).toBe(100);
      weights.forEach((weight, i) => expect(Math.abs((shares[i] ?? NaN) - (100 * weight) / sum)).toBeLessThan(1));
    }),
  );
});

test('percentages refuses weights that are no shares of anything', () => {
  expect(() => percentages([1, -1])).toThrow('weights: expected finite numbers of at least 0, not all 0, got 1, -1.');
  expect(() => percentages([0, 0])).toThrow(RangeError);
  expect(() => percentages([Infinity])).toThrow(RangeError);
});
