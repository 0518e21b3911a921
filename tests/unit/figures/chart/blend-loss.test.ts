import { describe, expect, test } from 'vitest';
import { crossEntropy, entropy, lossCurve } from '../../../../src/figures/chart/blend-loss.ts';
import { expectSome } from '../../../expect-some.ts';

describe('crossEntropy', () => {
  test('is minus the natural logarithm of the probability of the right class for a one-hot label', () => {
    expect(crossEntropy(0.25, 1)).toBeCloseTo(2 * Math.LN2, 12);
    expect(crossEntropy(0.25, 0)).toBeCloseTo(-Math.log(0.75), 12);
  });

  test('costs nothing where the label is sure and the prediction agrees, and infinitely much where it is sure of the other', () => {
    expect(crossEntropy(1, 1)).toBe(0);
    expect(crossEntropy(0, 0)).toBe(0);
    expect(crossEntropy(0, 1)).toBe(Infinity);
  });

  test('of a blended label is the blend of the losses of its two labels', () => {
    for (const p of [0.01, 0.3, 0.5, 0.99]) {
      for (const share of [0.1, 0.6, 0.9]) {
        const blended = share * -Math.log(p) + (1 - share) * -Math.log(1 - p);
        expect(crossEntropy(p, share)).toBeCloseTo(blended, 12);
      }
    }
  });
});

describe('entropy', () => {
  // scipy.stats.entropy([0.6, 0.4])
  test('agrees with SciPy', () => {
    expect(entropy(0.6)).toBeCloseTo(0.6730116670092565, 12);
  });

  test('is the lowest point of the loss over all predictions', () => {
    const losses = Array.from({ length: 9999 }, (_, n) => crossEntropy((n + 1) / 10000, 0.6));
    expect(Math.min(...losses)).toBeCloseTo(entropy(0.6), 8);
    expect((losses.indexOf(Math.min(...losses)) + 1) / 10000).toBeCloseTo(0.6, 4);
  });

  // The integral of -2 x ln x from 0 to 1 is 1/2: the floor of mixup's loss that the article states for two different labels.
  test('averages half a nat over all weights', () => {
    const cells = 100_000;
    const sum = Array.from({ length: cells }, (_, n) => entropy((n + 0.5) / cells)).reduce((a, b) => a + b, 0);
    expect(sum / cells).toBeCloseTo(0.5, 6);
  });
});

describe('lossCurve', () => {
  test('is finite everywhere, in order, and climbs beyond the axis at both ends of a soft label', () => {
    const curve = lossCurve(0.6);
    expect(expectSome(curve, 'places').every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(curve.every(({ x }, n) => n === 0 || x > (curve[n - 1]?.x ?? 1))).toBe(true);
    expect(curve[0]?.y).toBeGreaterThan(3);
    expect(curve.at(-1)?.y).toBeGreaterThan(3);
  });
});
