import { describe, expect, test } from 'vitest';
import { dropoutThreshold, isDropped, noiseKey, normalIndex, unitIndex } from '../../../../src/core/random/noise.ts';
import { normalQuantileCount, normalQuantiles } from '../../../../src/core/random/normal-quantiles.ts';
import { expectSome } from '../../../expect-some.ts';

describe('the table of normal quantiles', () => {
  const table = normalQuantiles();

  /** The bare quantiles have this variance (NumPy and SciPy); the table is scaled to variance 1. */
  const scale = 1 / Math.sqrt(0.999_679_447_677_844_8);

  test('has mean 0 and variance 1, rises, and is odd', () => {
    expect(table).toHaveLength(normalQuantileCount);
    expect(table.reduce((sum, z) => sum + z, 0)).toBeCloseTo(0, 6);
    expect(table.reduce((sum, z) => sum + z * z, 0) / normalQuantileCount).toBeCloseTo(1, 6);
    expect(expectSome(table, 'quantiles').every((z, k) => k === 0 || z > (table[k - 1] as number))).toBe(true);
    expect(table.slice().reverse()).toEqual(table.map((z) => -z));
  });

  // From standard tables of the normal distribution: the quantile lies between two neighbors of the table.
  test.each([
    [0.6, 0.253347],
    [0.75, 0.67449],
    [0.9, 1.281552],
    [0.95, 1.644854],
    [0.975, 1.959964],
    [0.99, 2.326348],
    [0.995, 2.575829],
    [0.999, 3.090232],
  ])('has the %d quantile %d', (probability, z) => {
    const below = Math.floor(probability * normalQuantileCount - 0.5);
    const weight = probability * normalQuantileCount - 0.5 - below;
    const between = (1 - weight) * (table[below] as number) + weight * (table[below + 1] as number);
    expect(between / scale).toBeCloseTo(z, 2);
  });

  // SciPy: norm.ppf((k + 1/2) / 4096) over the deviation of all 4096 of them.
  test.each([
    [2048, 0.0003060339554592103],
    [2300, 0.1551673630664546],
    [2900, 0.5480174541852751],
    [3600, 1.1703307581897349],
    [4000, 1.9899566744195334],
    [4090, 3.002092681941689],
    [4095, 3.668917372245008],
  ])('has at %d the value SciPy gives', (k, z) => {
    expect(table[k]).toBe(Math.fround(z));
  });
});

describe('noise of single units', () => {
  test.each([0, 0.1, 0.3, 0.5, 0.8, 0.95])('drops a share of %d of the units', (dropout) => {
    const threshold = dropoutThreshold(dropout);
    const key = noiseKey(42);
    let dropped = 0;
    let count = 0;
    for (let step = 0; step < 20; step += 1) {
      for (let row = 0; row < 16; row += 1) {
        for (let unit = 0; unit < 128; unit += 1) {
          count += 1;
          if (isDropped(key, step, unitIndex(16, 1, row, unit), threshold)) dropped += 1;
        }
      }
    }
    expect(Math.abs(dropped / count - dropout)).toBeLessThanOrEqual(4 * Math.sqrt((dropout * (1 - dropout)) / count));
  });

  test('has numbers of their own for every layer, side, row and unit', () => {
    for (const batch of [1, 7, 1024]) {
      const seen = new Set<number>();
      for (let layer = 0; layer <= 6; layer += 1) {
        for (const row of [0, 1, batch - 1, batch, 2 * batch - 1].filter((r) => r < 2 * batch)) {
          for (const unit of [0, 255, 783]) seen.add(unitIndex(batch, layer, row, unit));
        }
      }
      const rows = new Set([0, 1, batch - 1, batch, 2 * batch - 1].filter((r) => r < 2 * batch)).size;
      expect(seen.size).toBe(7 * rows * 3);
      // The hash mixes 24 bits well.
      expect(Math.max(...seen)).toBeLessThan(2 ** 24);
    }
  });

  test('is independent between steps, members and neighboring units', () => {
    const threshold = dropoutThreshold(0.5);
    const agreement = (a: (k: number) => boolean, b: (k: number) => boolean): number => {
      let same = 0;
      for (let k = 0; k < 20_000; k += 1) if (a(k) === b(k)) same += 1;
      return same / 20_000;
    };
    const mask =
      (seed: number, step: number, shift = 0) =>
      (k: number) =>
        isDropped(noiseKey(seed), step, k + shift, threshold);
    for (const other of [mask(1, 1), mask(2, 0), mask(1, 0, 1), mask(1, 0, 128)]) {
      expect(Math.abs(agreement(mask(1, 0), other) - 0.5)).toBeLessThan(0.015);
    }
  });

  test('draws the entries of the normal table equally often', () => {
    const key = noiseKey(9);
    const counts = new Array<number>(64).fill(0);
    for (let k = 0; k < 64_000; k += 1) {
      (counts[normalIndex(key, k % 10, k) >> 6] as number) += 1;
    }
    expect(Object.keys(counts)).toHaveLength(normalQuantileCount >> 6);
    const chiSquare = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(120);
  });
});
