import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { nearestWeights, roundedWeights } from '../../../../src/core/geometry/combination-weights.ts';

vi.setConfig({ testTimeout: 60_000 });

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 6 });

describe('nearestWeights', () => {
  test('leaves weights that are allowed as they are', () => {
    const near = nearestWeights([0.5, 0.3, 0.2], { least: 0, greatest: 1, sum: 1 });
    [0.5, 0.3, 0.2].forEach((weight, i) => expect(near[i]).toBeCloseTo(weight, 12));
  });

  test('gives weights within the bounds, with the sum', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, -1), (given, least) => {
        const near = nearestWeights(given, { least, greatest: least === 0 ? 1 : 2, sum: 1 });
        expect(sumOf(near)).toBeCloseTo(1, 10);
        for (const weight of near) expect(weight).toBeGreaterThanOrEqual(least);
      }),
    );
  });

  test('no other allowed weights are nearer', () => {
    // A point of a convex set is the nearest one exactly if the way to any other leads at no acute angle from the given.
    const share = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(values, share, (given, shares) => {
        const near = nearestWeights(given, { least: 0, greatest: 1, sum: 1 });
        const some = shares.slice(0, given.length);
        const other = some.map((one) => one / sumOf(some));
        const angle = sumOf(given.map((one, i) => (one - (near[i] ?? NaN)) * ((other[i] ?? NaN) - (near[i] ?? NaN))));
        expect(angle).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  test('without a sum it clips', () => {
    expect(nearestWeights([-3, 0.25, 7], { least: -1, greatest: 2 })).toEqual([-1, 0.25, 2]);
  });

  test('says when no weights can have the sum', () => {
    expect(() => nearestWeights([0, 0], { least: 0, greatest: 1, sum: 3 })).toThrow(
      'sum: expected a finite number from 0 to 2, got 3.',
    );
    expect(() => nearestWeights([0, NaN], { least: 0, greatest: 1 })).toThrow('values: expected finite numbers');
  });
});

describe('roundedWeights', () => {
  test('keeps the sum, the largest remainders up', () => {
    expect(roundedWeights([1 / 3, 1 / 3, 1 / 3], 100)).toEqual([0.34, 0.33, 0.33]);
    expect(roundedWeights([1.504, -0.504], 100)).toEqual([1.5, -0.5]);
  });

  test('whole parts stay what they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 200 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const weights = parts.map((part) => part / 100 + 0);
        expect(roundedWeights(weights, 100)).toEqual(weights);
      }),
    );
  });

  test('no weight moves by a whole part', () => {
    fc.assert(
      fc.property(values, (given) => {
        const rounded = roundedWeights(given, 100);
        given.forEach((one, i) => expect(Math.abs((rounded[i] ?? NaN) - one)).toBeLessThan(0.01 + 1e-9));
        expect(100 * sumOf(rounded)).toBeCloseTo(Math.round(100 * sumOf(given)), 9);
      }),
    );
  });
});
