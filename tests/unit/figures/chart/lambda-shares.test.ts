import { describe, expect, test } from 'vitest';
import { lambdaShares, sharesCeiling } from '../../../../src/figures/chart/lambda-shares.ts';
import { expectSome } from '../../../expect-some.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('lambdaShares', () => {
  test('counts every lambda once, both ends included', () => {
    const shares = lambdaShares(1, [0, 0.05, 0.1, 0.55, 0.999, 1]);
    expect(shares.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect(shares[0]).toMatchObject({ from: 0, to: 0.1, drawn: 2 / 6 });
    expect(shares[9]).toMatchObject({ from: 0.9, to: 1, drawn: 2 / 6 });
  });

  test('expects a tenth in each stretch at alpha = 1', () => {
    for (const { expected } of expectSome(lambdaShares(1, []), 'tenths')) expect(expected).toBeCloseTo(0.1, 12);
  });

  test('expects what the arcsine law says at alpha = 1/2', () => {
    const below = (x: number): number => (2 / Math.PI) * Math.asin(Math.sqrt(x));
    for (const { from, to, expected } of expectSome(lambdaShares(0.5, []), 'tenths'))
      expect(expected).toBeCloseTo(below(to) - below(from), 10);
  });

  test.each([0, 0.001, 0.2, 32, 1000])('expects 1 in all at alpha = %d', (alpha) => {
    expect(sum(lambdaShares(alpha, []).map(({ expected }) => expected))).toBeCloseTo(1, 12);
  });

  test('expects everything at 1 at alpha = 0', () => {
    const shares = lambdaShares(0, [1, 1]);
    expect(shares.map(({ expected }) => expected)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(shares[9]).toMatchObject({ count: 2, drawn: 1 });
  });

  test('has no share of no draws', () => {
    for (const { drawn, count } of expectSome(lambdaShares(2, []), 'tenths')) expect([drawn, count]).toEqual([0, 0]);
  });
});

test('the axis is as high as the highest share needs', () => {
  const ceilingAt = (alpha: number, lambdas: number[]) => sharesCeiling(lambdaShares(alpha, lambdas));
  expect(ceilingAt(1, [])).toBe(20);
  expect(ceilingAt(0.2, [])).toBe(40);
  expect(ceilingAt(0.01, [])).toBe(60);
  expect(ceilingAt(0, [])).toBe(100);
  expect(ceilingAt(1, [0.3])).toBe(100);
});
