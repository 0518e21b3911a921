import { expect, test } from 'vitest';
import { logGamma } from '../../../../src/core/random/log-gamma.ts';

// SciPy: scipy.special.gammaln(z).
test.each([
  [0.001, 6.907178885383853],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247],
  [3.7, 1.428072326665388],
  [9.99, 12.779315214350195],
  [10.01, 12.824350262448247],
  [171.5, 709.1431630309283],
  [2000, 13198.923448054264],
  [1e6, 12815504.569147611],
])('log gamma(%d) is %d', (z, expected) => {
  expect(Math.abs(logGamma(z) / expected - 1)).toBeLessThan(1e-14);
});

test('log gamma is the logarithm of factorials', () => {
  let logFactorial = 0;
  for (let n = 1; n <= 30; n += 1) {
    expect(Math.abs(logGamma(n) - logFactorial)).toBeLessThan(1e-13);
    logFactorial += Math.log(n);
  }
});

test('log gamma refuses what is not positive', () => {
  for (const z of [0, -1, Number.NaN, Infinity])
    expect(() => logGamma(z)).toThrow('z: expected a finite number of at least');
});
