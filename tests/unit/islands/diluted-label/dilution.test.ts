import { expect, test } from 'vitest';
import { aloneShare, dilute } from '../../../../src/islands/diluted-label/dilution.ts';

test('every partner is met once, and what is kept falls', () => {
  const blends = dilute(1, 1, 6);
  expect(blends.map(({ partner }) => partner).toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  expect(blends).toEqual(blends.toSorted((one, other) => other.share - one.share));
  expect(dilute(1, 1, 6)).toEqual(blends);
  expect(dilute(1, 2, 6)).not.toEqual(blends);
});

test('another strength blends the same partners in the same order', () => {
  const order = (alpha: number): number[] => dilute(alpha, 5, 6).map(({ partner }) => partner);
  expect(order(0.2)).toEqual(order(8));
});

test('a label keeps one half on average, at every strength', () => {
  for (const alpha of [0.2, 1, 8]) {
    const shares = dilute(alpha, 3, 4000).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.5, 1.5);
  }
});

test('how often it keeps more than nine tenths is the tail of Beta', () => {
  // scipy.stats.beta.sf(0.9, a, a)
  expect(aloneShare(0.2)).toBeCloseTo(0.3366897784300571, 10);
  expect(aloneShare(1)).toBeCloseTo(0.1, 12);
  expect(aloneShare(8)).toBeCloseTo(3.362488796799995e-5, 12);
});
