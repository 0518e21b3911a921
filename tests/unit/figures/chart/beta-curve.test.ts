import { describe, expect, test } from 'vitest';
import { betaCeiling, betaCurve, betaNote } from '../../../../src/figures/chart/beta-curve.ts';
import { expectSome } from '../../../expect-some.ts';

describe('betaCurve', () => {
  test.each([1, 1.5, 4, 32, 1000])('encloses an area of 1 for alpha = %d', (alpha) => {
    const curve = betaCurve(alpha, Infinity);
    const area = curve.slice(1).reduce((sum, { x, y }, i) => {
      const before = curve[i] as (typeof curve)[number];
      return sum + ((x - before.x) * (y + before.y)) / 2;
    }, 0);
    expect(area).toBeCloseTo(1, 1.7);
  });

  test.each([0.001, 0.2, 0.9])('is finite for alpha = %d, cut off at both ends, and symmetric', (alpha) => {
    const curve = betaCurve(alpha, 3.6);
    expect(curve.at(0)).toMatchObject({ x: 0, y: 3.6 });
    expect(curve.at(-1)).toMatchObject({ x: 1, y: 3.6 });
    expectSome(curve, 'places').forEach(({ x, y }, i) => {
      expect(y).toBeLessThanOrEqual(3.6);
      expect(x + (curve.at(-1 - i)?.x ?? NaN)).toBeCloseTo(1, 12);
      expect(y).toBeCloseTo(curve.at(-1 - i)?.y ?? NaN, 6);
    });
  });
});

test('betaCeiling doubles from 3 until the peak fits', () => {
  // Peaks, gamma(2 alpha) / gamma(alpha)^2 / 4^(alpha - 1): 1 at alpha 1; 3.14 at 8; 6.4 at 32; 35.7 at 1000.
  expect([0.2, 1, 8, 32, 1000].map(betaCeiling)).toEqual([3, 3, 6, 12, 48]);
});

describe('betaNote', () => {
  test('says how much of lambda is near an end, which a clipped curve cannot show', () => {
    // Uniform: a tenth lies within 0.05 of an end. Arcsine, alpha 1/2: 2 * (2 / pi) asin(sqrt(0.05)) = 28.7 %.
    expect(betaNote(1)).toContain('10 %');
    expect(betaNote(0.5)).toMatch(/without end.* 29 %/);
  });

  test('says that nothing is mixed at alpha = 0', () => {
    expect(betaNote(0)).toBe('λ is always 1: nothing is mixed.');
  });
});
