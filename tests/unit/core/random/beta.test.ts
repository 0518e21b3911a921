import { describe, expect, test } from 'vitest';
import { betaCumulative, betaDensity, sampleBeta } from '../../../../src/core/random/beta.ts';
import { createRandom } from '../../../../src/core/random/random.ts';
import fixture from '../../../fixtures/beta.json' with { type: 'json' };
import { expectSome } from '../../../expect-some.ts';

const relativeError = (value: number, expected: number): number =>
  value === expected ? 0 : Math.abs(value - expected) / Math.abs(expected);

describe('density and distribution of lambda', () => {
  test.each(expectSome(fixture.cases, 'cases'))('agree with SciPy at alpha = $alpha', ({ alpha, x, pdf, cdf }) => {
    expectSome(x, 'places').forEach((at, k) => {
      expect(relativeError(betaDensity(at, alpha), pdf[k] as number)).toBeLessThanOrEqual(1e-10);
      expect(relativeError(betaCumulative(at, alpha), cdf[k] as number)).toBeLessThanOrEqual(1e-10);
    });
  });

  test.each(expectSome(fixture.cases, 'cases'))('agree with the probabilities quoted for alpha = $alpha', (known) => {
    const between = betaCumulative(0.9, known.alpha) - betaCumulative(0.1, known.alpha);
    expect(between).toBeCloseTo(known['probability_lambda_in_0.1_0.9'], 10);
  });

  test('have the closed forms of the arcsine law, the uniform law and the parabola', () => {
    for (const x of [1e-9, 0.01, 0.3, 0.5, 0.77, 1 - 1e-9]) {
      expect(relativeError(betaDensity(x, 0.5), 1 / (Math.PI * Math.sqrt(x * (1 - x))))).toBeLessThan(1e-12);
      expect(relativeError(betaCumulative(x, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeLessThan(1e-11);
      expect(betaDensity(x, 1)).toBe(1);
      expect(relativeError(betaCumulative(x, 1), x)).toBeLessThan(1e-12);
      expect(relativeError(betaDensity(x, 2), 6 * x * (1 - x))).toBeLessThan(1e-12);
      expect(relativeError(betaCumulative(x, 2), x * x * (3 - 2 * x))).toBeLessThan(1e-12);
    }
  });

  test('are honest at the ends', () => {
    for (const end of [0, 1]) {
      expect(betaDensity(end, 0.2)).toBe(Infinity);
      expect(betaDensity(end, 1)).toBe(1);
      expect(betaDensity(end, 1.5)).toBe(0);
      for (const alpha of [0.001, 1, 1000]) expect(betaCumulative(end, alpha)).toBe(end);
    }
  });

  test('are symmetric, and the distribution rises by what the density integrates to', () => {
    for (const alpha of [0.001, 0.05, 0.7, 3, 32, 1000]) {
      for (const x of [0.03, 0.2, 0.45]) {
        expect(relativeError(betaDensity(x, alpha), betaDensity(1 - x, alpha))).toBeLessThan(1e-10);
        expect(betaCumulative(x, alpha) + betaCumulative(1 - x, alpha)).toBeCloseTo(1, 12);
      }
      expect(betaCumulative(0.5, alpha)).toBeCloseTo(0.5, 12);
      const panels = 4000;
      let integral = 0;
      for (let k = 0; k < panels; k += 1)
        integral += betaDensity(0.3 + (0.3 * (k + 0.5)) / panels, alpha) * (0.3 / panels);
      expect(betaCumulative(0.6, alpha) - betaCumulative(0.3, alpha)).toBeCloseTo(integral, 6);
    }
  });

  test('refuse what has no answer, and say why', () => {
    expect(() => betaDensity(0.5, 0)).toThrow('alpha: expected a finite number from 0.001 to 1000, got 0.');
    expect(() => betaCumulative(0.5, 0)).toThrow('alpha: expected');
    expect(() => betaDensity(0.5, 1001)).toThrow('got 1001');
    expect(() => betaDensity(-0.1, 1)).toThrow('x: expected a finite number from 0 to 1, got -0.1.');
    expect(() => betaCumulative(Number.NaN, 1)).toThrow('got NaN');
  });
});

describe('the sampler of lambda', () => {
  const draw = (alpha: number, count: number): Float64Array => {
    const random = createRandom(7, 'sampler test', String(alpha));
    return Float64Array.from({ length: count }, () => sampleBeta(alpha, random));
  };

  test.each([0.001, 0.01, 0.1, 0.2, 0.4, 0.99, 1, 1.5, 8, 32, 1000])(
    'has the mean, variance and distribution of Beta(alpha, alpha) at alpha = %d',
    (alpha) => {
      const count = 40_000;
      const sample = draw(alpha, count).sort();
      const mean = sample.reduce((sum, x) => sum + x, 0) / count;
      const variance = sample.reduce((sum, x) => sum + (x - 0.5) ** 2, 0) / count;
      const trueVariance = 1 / (4 * (2 * alpha + 1));
      // (x - 1/2)^2 has variance at most that of a fourth power of a normal number: 2 trueVariance^2.
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(trueVariance / count));
      expect(Math.abs(variance / trueVariance - 1)).toBeLessThan(4 * Math.sqrt(2 / count));

      let distance = 0;
      sample.forEach((x, k) => {
        // Nearer to an end float64 rounds many different lambdas to one; the steps that this makes are no error of the sampler.
        if (x < 1e-300 || x > 1 - 1e-6) return;
        const expected = betaCumulative(x, alpha);
        distance = Math.max(distance, expected - k / count, (k + 1) / count - expected);
      });
      expect(distance).toBeGreaterThan(0);
      // Kolmogorov's critical value of level 0.001.
      expect(distance).toBeLessThan(1.95 / Math.sqrt(count));
    },
  );

  test('never gives NaN or leaves [0, 1], and reaches both ends evenly at alpha = 0.001', () => {
    const sample = draw(0.001, 100_000);
    expect(expectSome(sample, 'draws').every((x) => x >= 0 && x <= 1)).toBe(true);
    const high = sample.filter((x) => x > 0.5).length;
    expect(Math.abs(high / sample.length - 0.5)).toBeLessThan(0.006);
    expect(draw(1000, 20_000).every((x) => x > 0.4 && x < 0.6)).toBe(true);
  });

  test('gives 1 and draws nothing at alpha = 0, which is ERM', () => {
    expect(
      sampleBeta(0, () => {
        throw new Error('drew a number');
      }),
    ).toBe(1);
  });

  test('survives the ends of the uniform numbers', () => {
    for (const u of [0, 1 - 2 ** -53]) {
      for (const alpha of [0.001, 0.5, 1, 1000]) {
        const lambda = sampleBeta(alpha, () => u);
        expect(lambda >= 0 && lambda <= 1).toBe(true);
      }
    }
  });

  test('refuses strengths out of range and broken sources of randomness', () => {
    for (const alpha of [-1, 0.0001, 1001, Number.NaN, Infinity])
      expect(() => sampleBeta(alpha, Math.sqrt.bind(null, 0))).toThrow('alpha');
    expect(() => sampleBeta(1, () => Number.NaN)).toThrow('random: expected numbers in [0, 1), got NaN.');
    expect(() => sampleBeta(1, () => 1)).toThrow('random: expected');
  });
});
