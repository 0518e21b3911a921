import { describe, expect, test } from 'vitest';
import { meanInterval, pairedDifference, studentQuantile } from '../../../../src/core/statistics/interval.ts';
import { createRandom, randomNormal } from '../../../../src/core/random/random.ts';

describe('quantiles of Student’s t', () => {
  // SciPy: scipy.stats.t.ppf(probability, degrees of freedom).
  test.each([
    [0.9, 1, 3.0776835371752544],
    [0.975, 1, 12.706204736174694],
    [0.995, 1, 63.656741162871526],
    [0.975, 2, 4.302652729749462],
    [0.995, 3, 5.840909309733355],
    [0.975, 7, 2.364624251592784],
    [0.9, 15, 1.3406056078504558],
    [0.975, 15, 2.131449545559776],
    [0.995, 30, 2.7499956535672254],
    [0.975, 1000, 1.9623390808264083],
    [0.975, 1_000_000, 1.959966356814107],
  ])('at %d with %d degrees of freedom are %d', (probability, degrees, t) => {
    expect(Math.abs(studentQuantile(probability, degrees) / t - 1)).toBeLessThan(1e-9);
  });

  test('are 0 in the middle, and refused outside their range', () => {
    expect(studentQuantile(0.5, 4)).toBeCloseTo(0, 12);
    expect(() => studentQuantile(1, 4)).toThrow('probability: expected a finite number from 0.5 to 0.9999, got 1.');
    expect(() => studentQuantile(0.975, 0)).toThrow('degreesOfFreedom: expected a whole number from 1');
  });
});

describe('the mean over seeds', () => {
  test('has the 95 % interval of the textbook', () => {
    // 10, 12, 14: mean 12, s = 2, t(2) = 4.303, half width 4.303 * 2 / sqrt(3) = 4.968.
    const { mean, halfWidth, count } = meanInterval([10, 12, 14]);
    expect([mean, count]).toEqual([12, 3]);
    expect(halfWidth).toBeCloseTo((4.302652729749462 * 2) / Math.sqrt(3), 9);
  });

  test('covers the truth in 95 of 100 cases', () => {
    const random = createRandom('coverage');
    let covered = 0;
    for (let trial = 0; trial < 4000; trial += 1) {
      const { mean, halfWidth } = meanInterval(Array.from({ length: 6 }, () => 5 + 2 * randomNormal(random)));
      if (Math.abs(mean - 5) <= halfWidth) covered += 1;
    }
    expect(Math.abs(covered / 4000 - 0.95)).toBeLessThan(0.012);
  });

  test('of equal values has no width, of one value no bound', () => {
    expect(meanInterval([3, 3, 3])).toEqual({ mean: 3, halfWidth: 0, count: 3 });
    expect(meanInterval([3])).toEqual({ mean: 3, halfWidth: Infinity, count: 1 });
  });

  test('refuses nothing at all and what is not finite', () => {
    expect(() => meanInterval([])).toThrow('values.length: expected a whole number of at least 1, got 0.');
    expect(() => meanInterval([1, Number.NaN])).toThrow('values: expected finite numbers, got NaN at index 1.');
  });
});

describe('the difference of two methods', () => {
  test('is paired by seed: what both owe to the seed cancels', () => {
    const first = [10, 20, 30, 40];
    const { mean, halfWidth } = pairedDifference(first, [12, 21, 32, 41]);
    expect(mean).toBeCloseTo(1.5, 12);
    // Differences 2, 1, 2, 1: s = sqrt(1/3), t(3) = 3.182446.
    expect(halfWidth).toBeCloseTo((3.1824463052837078 * Math.sqrt(1 / 3)) / 2, 9);
    expect(halfWidth).toBeLessThan(meanInterval(first).halfWidth / 10);
  });

  test('needs as many values of both', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow('second: expected 2 values, as many as `first` has, got 1.');
  });
});
