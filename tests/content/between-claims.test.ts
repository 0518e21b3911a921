import { describe, expect, test } from 'vitest';
import { baked, bakedDifference } from '../../src/islands/kit/baked/baked-results.ts';

/** What is said in words of networks between their training examples, held against what is kept of them. */

const sets = [
  ['digits', 'between-examples', ''],
  ['clothes', 'between-examples-clothes', 'clothes '],
] as const;

describe.each(sets)('between training examples, on %s, it is true', (_, file, set) => {
  /** From ERM's, seed by seed, with the ends of its interval. */
  const change = (method: string, measure: string) => {
    const { mean, halfWidth } = bakedDifference(file, `${set}${method}.${measure}.last`, `${set}erm.${measure}.last`);
    return { low: mean - halfWidth, high: mean + halfWidth };
  };

  test('that half way mixup misses less, with a shorter gradient of the loss and less steep answers', () => {
    for (const measure of ['misses 50', 'gradient 50', 'slope 50']) expect(change('mixup', measure).high, measure).toBeLessThan(0);
  });

  test('that at the examples mixup’s gradient is the longer one, and its answer the steeper one', () => {
    for (const measure of ['gradient 0', 'gradient 100', 'slope 0', 'slope 100'])
      expect(change('mixup', measure).low, measure).toBeGreaterThan(0);
  });

  test('that label smoothing shortens the gradient to about as much, and names a third class no less often than ERM', () => {
    expect(change('smoothing', 'misses 50').high).toBeGreaterThan(0);
    const [erm = NaN, mixup = NaN, smoothing = NaN] = ['erm', 'mixup', 'smoothing'].map(
      (method) => baked(file, `${set}${method}.gradient 50.last`).mean,
    );
    expect((erm - smoothing) / (erm - mixup)).toBeGreaterThan(0.9);
  });
});

test('only on clothes mixup misses more of the training pictures themselves', () => {
  const missed = ({ mean, halfWidth }: { mean: number; halfWidth: number }) => mean - halfWidth > 0;
  const [digits, clothes] = sets.map(([, file, set]) =>
    bakedDifference(file, `${set}mixup.misses 100.last`, `${set}erm.misses 100.last`),
  );
  expect(digits && missed(digits)).toBe(false);
  expect(clothes && missed(clothes)).toBe(true);
});

test('half way mixup’s answers are a little less steep on digits, and by about a quarter on clothes', () => {
  const [digits = NaN, clothes = NaN] = sets.map(
    ([, file, set]) => 1 - baked(file, `${set}mixup.slope 50.last`).mean / baked(file, `${set}erm.slope 50.last`).mean,
  );
  expect(digits).toBeLessThan(0.15);
  expect(Math.abs(clothes - 0.25)).toBeLessThan(0.03);
});
