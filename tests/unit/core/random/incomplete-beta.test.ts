import { expect, test } from 'vitest';
import { incompleteBeta } from '../../../../src/core/random/incomplete-beta.ts';

// SciPy: scipy.special.betainc(a, b, x).
test.each([
  [0.1, 2, 3, 0.0523],
  [0.9, 0.5, 5, 0.9999974294103009],
  [0.5, 40, 0.5, 1.130330364184474e-13],
  [0.999, 1000, 0.5, 0.15724727426672383],
  [0.001, 0.5, 0.001, 6.317908498292755e-5],
  [0.3, 10, 100, 0.9999999659924195],
])('I_%d(%d, %d) is %d', (x, a, b, expected) => {
  expect(Math.abs(incompleteBeta(x, a, b) / expected - 1)).toBeLessThan(1e-11);
});

test('I_x of whole numbers is a binomial tail', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  for (const x of [0.05, 0.3, 0.5, 0.81]) {
    for (const [a, b] of [
      [1, 1],
      [2, 5],
      [7, 3],
      [12, 12],
    ] as const) {
      const n = a + b - 1;
      let tail = 0;
      for (let k = a; k <= n; k += 1) tail += choose(n, k) * x ** k * (1 - x) ** (n - k);
      expect(Math.abs(incompleteBeta(x, a, b) / tail - 1)).toBeLessThan(1e-12);
    }
  }
});

test('I_x refuses what is out of range', () => {
  expect(() => incompleteBeta(1.1, 1, 1)).toThrow('x: expected a finite number from 0 to 1, got 1.1.');
  expect(() => incompleteBeta(0.5, 0, 1)).toThrow('a: expected');
  expect(() => incompleteBeta(0.5, 1, Number.NaN)).toThrow('b: expected');
});
