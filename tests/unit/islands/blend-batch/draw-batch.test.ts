import { describe, expect, test } from 'vitest';
import { batchSize, countFaint, drawBatch } from '../../../../src/islands/blend-batch/draw-batch.ts';

const seeds = Array.from({ length: 2000 }, (_, k) => k + 1);

describe('a batch', () => {
  test('is the same again for the same seed, and another one for another', () => {
    expect(drawBatch(0.2, 7, 6)).toEqual(drawBatch(0.2, 7, 6));
    expect(drawBatch(0.2, 8, 6).lambdas).not.toEqual(drawBatch(0.2, 7, 6).lambdas);
  });

  test('keeps its pairs when alpha changes', () => {
    const [weak, strong] = [drawBatch(0.2, 7, 6), drawBatch(8, 7, 6)];
    expect(strong.first).toEqual(weak.first);
    expect(strong.second).toEqual(weak.second);
    expect(strong.lambdas).not.toEqual(weak.lambdas);
  });

  test('draws every picture equally often, so that half of the pairs join animals of one kind', () => {
    const batches = seeds.map((seed) => drawBatch(1, seed, 6));
    const drawn = batches.flatMap(({ first, second }) => [...first, ...second]);
    for (const picture of [0, 1, 2, 3, 4, 5]) {
      const share = drawn.filter((one) => one === picture).length / drawn.length;
      expect(share).toBeCloseTo(1 / 6, 2);
    }
    const alike = batches.flatMap(({ first, second }) =>
      Array.from(first, (i, k) => i < 3 === (second[k] as number) < 3),
    );
    // 24,000 pairs: five standard errors are 0.016.
    expect(Math.abs(alike.filter(Boolean).length / alike.length - 0.5)).toBeLessThan(0.016);
  });

  // scipy.stats.beta(a, a).cdf(0.1) * 2: 0.67338 at a = 0.2, 0.2 at a = 1.
  test.each([
    [0.2, 0.67338],
    [1, 0.2],
  ])('at alpha = %d leaves the weaker picture under a tenth in a share of %d of the blends', (alpha, share) => {
    const faint = seeds.reduce((sum, seed) => sum + countFaint(drawBatch(alpha, seed, 6).lambdas), 0);
    expect(Math.abs(faint / (seeds.length * batchSize) - share)).toBeLessThan(0.016);
  });
});

test('a picture is faint below a tenth, on either side', () => {
  expect(countFaint([0, 0.05, 0.11, 0.5, 0.89, 0.96, 1])).toBe(4);
});
