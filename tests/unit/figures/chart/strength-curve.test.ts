import { expect, test } from 'vitest';
import { strengthCurve } from '../../../../src/figures/chart/strength-curve.ts';
import { expectSome } from '../../../expect-some.ts';

const heightAt = (of: 'barely' | 'evenly', x: number) => strengthCurve(of).find((point) => point.x === x)?.y;

test('the curves pass through one fifth and one half at alpha = 1, where lambda is uniform', () => {
  expect(heightAt('barely', 0)).toBeCloseTo(20, 10);
  expect(heightAt('evenly', 0)).toBeCloseTo(50, 10);
});

test('they run from alpha 0.01 to 100, one falling and one rising', () => {
  for (const [of, sign] of [
    ['barely', -1],
    ['evenly', 1],
  ] as const) {
    const curve = strengthCurve(of);
    expect([curve.at(0)?.x, curve.at(-1)?.x]).toEqual([-2, 2]);
    for (const [k, { y }] of expectSome(curve.slice(1), 'places').entries())
      expect(sign * (y - (curve[k]?.y ?? NaN))).toBeGreaterThanOrEqual(-1e-9);
  }
});
