import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../../src/core/random/random.ts';
import { atTemperature, fitTemperature } from '../../../../src/core/statistics/temperature-scaling.ts';

const logs = (...rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat(), Math.log);

describe('predictions at a temperature', () => {
  test('of two take the square root of the odds, of one half their square', () => {
    const warm = Array.from(atTemperature(logs([0.8, 0.2]), 2, 2), Math.exp);
    expect(warm[0]).toBeCloseTo(2 / 3, 12);
    const cold = Array.from(atTemperature(logs([0.8, 0.2]), 2, 0.5), Math.exp);
    expect(cold[0]).toBeCloseTo(16 / 17, 12);
  });

  test('need a temperature above zero, and logarithms that are finite', () => {
    expect(() => atTemperature(logs([0.8, 0.2]), 2, 0)).toThrow('temperature');
    expect(() => atTemperature(logs([1, 0]), 2, 1)).toThrow('logProbabilities');
  });
});

describe('the temperature that fits', () => {
  test('makes a network as certain as it is right: a margin of 4, right three times in four', () => {
    const row = atTemperature([4, 0], 2, 1);
    const four = Float64Array.from([...row, ...row, ...row, ...row]);
    // 4 / T is the logarithm of the odds, 3 to 1.
    expect(fitTemperature(four, [0, 0, 0, 1], 2)).toBeCloseTo(4 / Math.log(3), 10);
  });

  test('is where a slow search finds the least surprise, on noisy answers of eleven classes', () => {
    const random = createRandom('temperature');
    const classes = 11;
    const labels = Array.from({ length: 60 }, () => Math.floor(classes * random()));
    const logits = labels.flatMap((label) =>
      Array.from({ length: classes }, (_, k) => 12 * random() + (k === label ? 6 : 0)),
    );
    const answers = atTemperature(logits, classes, 1);
    const surprise = (temperature: number): number => {
      let sum = 0;
      labels.forEach((label, n) => {
        const row = logits.slice(n * classes, (n + 1) * classes).map((logit) => Math.exp(logit / temperature));
        sum -= Math.log((row[label] as number) / row.reduce((a, b) => a + b, 0));
      });
      return sum;
    };
    let best = 0.1;
    for (let temperature = 0.1; temperature < 20; temperature *= 1.001)
      if (surprise(temperature) < surprise(best)) best = temperature;
    expect(best).toBeGreaterThan(1.5);
    expect(Math.abs(fitTemperature(answers, labels, classes) / best - 1)).toBeLessThan(0.002);
  });

  test('stays within a hundredth and a hundred, where everything is right or everything is wrong', () => {
    const answers = logs([0.9, 0.1], [0.2, 0.8]);
    const [right, wrong] = [fitTemperature(answers, [0, 1], 2), fitTemperature(answers, [1, 0], 2)];
    // From some certainty on nothing is left to gain.
    expect(right).toBeGreaterThanOrEqual(0.01);
    expect(right).toBeLessThan(0.05);
    expect(wrong).toBeCloseTo(100, 2);
    expect(wrong).toBeLessThanOrEqual(100);
  });
});
