import { describe, expect, test } from 'vitest';
import { intervalOverExamples } from '../../../../src/core/statistics/interval-over-examples.ts';
import { createRandom, randomInteger } from '../../../../src/core/random/random.ts';

/** Examples that differ in how often they are missed, each asked one to six times. */
function drawExamples(random: () => number, count: number): { sums: number[]; counts: number[] } {
  const counts = Array.from({ length: count }, () => 1 + randomInteger(random, 6));
  const sums = counts.map((asked) => {
    const chance = random() ** 3;
    return Array.from({ length: asked }, () => Number(random() < chance)).reduce((sum, one) => sum + one, 0);
  });
  return { sums, counts };
}

describe('the interval over examples', () => {
  test('is as wide as the textbook’s standard error of a ratio of two sums has it', () => {
    const { sums, counts } = drawExamples(createRandom('ratio'), 600);
    const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);
    const mean = total(sums) / total(counts);
    // Cochran, Sampling Techniques: the variance of a ratio, to first order.
    const error = Math.sqrt(total(sums.map((sum, k) => (sum - mean * (counts[k] as number)) ** 2))) / total(counts);
    const found = intervalOverExamples({ sums, counts }, 3, 4000);
    expect(found.mean).toBeCloseTo(mean, 12);
    expect(found.count).toBe(600);
    expect(found.halfWidth / (1.96 * error)).toBeGreaterThan(0.94);
    expect(found.halfWidth / (1.96 * error)).toBeLessThan(1.06);
  });

  test('covers the truth in about 95 of 100 cases', () => {
    // A chance with density of the cube of a uniform number has mean 1/4, however often each is asked.
    const random = createRandom('covers');
    let covered = 0;
    for (let k = 0; k < 300; k += 1) {
      const { mean, halfWidth } = intervalOverExamples(drawExamples(random, 120), k, 200);
      if (Math.abs(mean - 0.25) <= halfWidth) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.9);
    expect(covered / 300).toBeLessThan(0.99);
  });

  test('is not narrowed by asking the same examples more often for the same answers', () => {
    const { sums, counts } = drawExamples(createRandom('again'), 100);
    const once = intervalOverExamples({ sums, counts }, 1);
    const often = intervalOverExamples({ sums: sums.map((sum) => 9 * sum), counts: counts.map((n) => 9 * n) }, 1);
    expect(often.halfWidth).toBeCloseTo(once.halfWidth, 12);
  });

  test('is the same for the same seed, another for another, and knows nothing of examples that nobody asked', () => {
    const { sums, counts } = drawExamples(createRandom('seeds'), 50);
    const found = intervalOverExamples({ sums, counts }, 1);
    expect(intervalOverExamples({ sums, counts }, 1)).toEqual(found);
    expect(intervalOverExamples({ sums, counts }, 2).halfWidth).not.toBe(found.halfWidth);
    expect(intervalOverExamples({ sums: [...sums, 0], counts: [...counts, 0] }, 1)).toEqual(found);
  });

  test('is refused for one example, and for sums and counts that do not belong together', () => {
    expect(() => intervalOverExamples({ sums: [1, 0], counts: [2, 0] }, 1)).toThrow(
      'examples with an answer: expected',
    );
    expect(() => intervalOverExamples({ sums: [1, 0], counts: [2] }, 1)).toThrow('counts: expected');
    expect(() => intervalOverExamples({ sums: [1, Number.NaN], counts: [2, 1] }, 1)).toThrow('sums: expected');
  });
});
