import { describe, expect, test } from 'vitest';
import { betaQuantileCount, betaQuantiles } from '../../../../src/core/random/beta-quantiles.ts';
import { betaCumulative } from '../../../../src/core/random/beta.ts';
import fixture from '../../../fixtures/beta.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

const alphas = [0.001, 0.003, 0.01, 0.03, 0.1, 0.2, 0.4, 0.5, 0.7, 1, 2, 8, 32, 100, 1000];

const bits = new Float32Array(1);
const bitsAsInteger = new Uint32Array(bits.buffer);

/** The float32 number right above or below a positive one. */
function neighborOf(value: number, direction: 1 | -1): number {
  bits[0] = value;
  bitsAsInteger[0] = (bitsAsInteger[0] as number) + direction;
  return bits[0];
}

/** The probability that lambda, rounded to float32, is at most `value`, itself a float32 number. */
function roundedCumulative(value: number, alpha: number): number {
  return value >= 1 ? 1 : betaCumulative((value + neighborOf(value, 1)) / 2, alpha);
}

/** The largest difference between the distribution of the table's entries and that of lambda rounded to float32. */
function distributionError(table: Float32Array, alpha: number): number {
  let largest = 0;
  table.forEach((value, k) => {
    const isLast = table[k + 1] !== value;
    const isFirst = table[k - 1] !== value;
    if (isLast) largest = Math.max(largest, Math.abs((k + 1) / table.length - roundedCumulative(value, alpha)));
    if (isFirst && value > 0) {
      const below = betaCumulative((value + neighborOf(value, -1)) / 2, alpha);
      largest = Math.max(largest, Math.abs(k / table.length - below));
    }
  });
  return largest;
}

describe('the table that lambda is drawn from', () => {
  test.each(alphas)('has the distribution of Beta within half an entry at alpha = %d', (alpha) => {
    const table = betaQuantiles(alpha);
    expect(distributionError(table, alpha)).toBeLessThan(1.3e-4);
    expect(table.every((value, k) => k === 0 || value >= (table[k - 1] as number))).toBe(true);
  });

  test.each(alphas)('has mean 1/2 and nearly the variance of Beta at alpha = %d', (alpha) => {
    const table = betaQuantiles(alpha);
    const mean = table.reduce((sum, value) => sum + value, 0) / table.length;
    const variance = table.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / table.length;
    expect(mean).toBeCloseTo(0.5, 9);
    expect(Math.abs(variance * 4 * (2 * alpha + 1) - 1)).toBeLessThan(4e-4);
  });

  test('holds every entry together with 1 minus it', () => {
    for (const alpha of alphas) {
      const table = betaQuantiles(alpha);
      table.forEach((value, k) => {
        if (k < betaQuantileCount / 2) expect(table[betaQuantileCount - 1 - k]).toBe(Math.fround(1 - value));
      });
    }
  });

  test('agrees with SciPy: as many entries lie below each place as its probability says', () => {
    for (const { alpha, x, cdf } of expectSome(fixture.cases, 'cases')) {
      const table = betaQuantiles(alpha);
      x.forEach((place, k) => {
        // Nearer to 1 than this, float32 has no numbers left between.
        if (place > 1 - 2 ** -20) return;
        const share = table.filter((value) => value <= place).length / betaQuantileCount;
        expect(Math.abs(share - (cdf[k] as number))).toBeLessThanOrEqual(0.51 / betaQuantileCount);
      });
    }
  });

  test('is 1 throughout for ERM', () => {
    expect(betaQuantiles(0)).toEqual(new Float32Array(betaQuantileCount).fill(1));
  });

  test('is exactly 1 only as often as lambda rounds to 1', () => {
    for (const [alpha, share] of [
      [0.1, 0.0896],
      [0.2, 0.0164],
      [1, 0],
    ] as const) {
      const ones = betaQuantiles(alpha).filter((value) => value === 1).length / betaQuantileCount;
      expect(ones).toBeCloseTo(share, 3);
    }
  });

  test('refuses strengths that have no distribution', () => {
    expect(() => betaQuantiles(-1)).toThrow('alpha (when not 0): expected a finite number from 0.001 to 1000, got -1.');
    expect(() => betaQuantiles(1001)).toThrow('got 1001');
  });
});
