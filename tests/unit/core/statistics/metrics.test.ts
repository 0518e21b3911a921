import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanNorm, meanSlope, missRate } from '../../../../src/core/statistics/between-examples.ts';
import {
  calibrationFloor,
  expectedCalibrationError,
  reliabilityBins,
} from '../../../../src/core/statistics/calibration.ts';
import { errorRate, negativeLogLikelihood, trainingErrors } from '../../../../src/core/statistics/classification.ts';
import { createRandom } from '../../../../src/core/random/random.ts';

const logs = (...rows: readonly (readonly number[])[]): Float64Array => Float64Array.from(rows.flat(), Math.log);

/** Three classes, four rows: predicted 0, 1, 2, 0. */
const predictions = logs([0.7, 0.2, 0.1], [0.3, 0.4, 0.3], [0, 0.25, 0.75], [0.5, 0.3, 0.2]);

describe('error and likelihood', () => {
  test('of four predictions are those counted by hand', () => {
    expect(errorRate(predictions, [0, 1, 2, 0], 3)).toBe(0);
    expect(errorRate(predictions, [0, 1, 1, 2], 3)).toBe(0.5);
    const expected = -(Math.log(0.7) + Math.log(0.4) + Math.log(0.25) + Math.log(0.2)) / 4;
    expect(negativeLogLikelihood(predictions, [0, 1, 1, 2], 3)).toBeCloseTo(expected, 12);
  });

  test('of a label held for impossible is infinite', () => {
    expect(negativeLogLikelihood(predictions, [0, 1, 0, 0], 3)).toBe(Infinity);
  });

  test('of no knowledge are log k and a fixed guess', () => {
    const blind = logs([0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]);
    expect(negativeLogLikelihood(blind, [1, 3], 4)).toBeCloseTo(Math.log(4), 12);
    expect(errorRate(blind, [0, 3], 4)).toBe(0.5);
  });

  test('on corrupted labels count the wrong label as the target', () => {
    // Rows 2 and 3 have wrong labels; the model learned the wrong label of row 2 but not of row 3.
    expect(trainingErrors(predictions, [0, 2, 2, 1], [0, 0, 1, 1], 3)).toEqual({ onReal: 0.5, onCorrupted: 0.5 });
    expect(trainingErrors(predictions, [0, 1, 2, 0], [0, 0, 0, 0], 3)).toEqual({ onReal: 0, onCorrupted: Number.NaN });
  });
});

describe('calibration', () => {
  test('of a model that is right as often as it is sure is 0', () => {
    const rows = Array.from({ length: 10 }, () => [0.7, 0.3]);
    const labels = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1];
    expect(expectedCalibrationError(logs(...rows), labels, 2)).toBeCloseTo(0, 12);
  });

  test('of a sure model that guesses is its distance from chance', () => {
    const rows = Array.from({ length: 4 }, () => [0.99, 0.01]);
    expect(expectedCalibrationError(logs(...rows), [0, 1, 0, 1], 2)).toBeCloseTo(0.49, 12);
  });

  test('weighs bins by their predictions', () => {
    // Bin of 0.9: one right of one (gap 0.1). Bin of 0.6: none right of two (gap 0.6).
    const value = expectedCalibrationError(logs([0.9, 0.1], [0.6, 0.4], [0.6, 0.4]), [0, 1, 1], 2);
    expect(value).toBeCloseTo((0.1 + 2 * 0.6) / 3, 12);
  });

  test('agrees with a slow count over 15 bins of width 1/15', () => {
    const random = createRandom('calibration');
    const rows = Array.from({ length: 500 }, () => {
      const p = random();
      return [p, 1 - p];
    });
    const labels = rows.map(([p]) => (random() < (p as number) ** 2 ? 0 : 1));
    let expected = 0;
    for (let bin = 0; bin < 15; bin += 1) {
      const inside = rows
        .map((row, n) => ({ sure: Math.max(...row), right: (row[0] as number) >= 0.5 === (labels[n] === 0) }))
        .filter(({ sure }) => sure > bin / 15 && sure <= (bin + 1) / 15);
      const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length);
      const gap = mean(inside.map(({ right }) => Number(right))) - mean(inside.map(({ sure }) => sure));
      expected += (inside.length / 500) * Math.abs(gap);
    }
    expect(expectedCalibrationError(logs(...rows), labels, 2)).toBeCloseTo(expected, 10);
  });

  test('has a floor: what networks measure on average whose labels are drawn as sure as they are', () => {
    const random = createRandom('floor');
    const rows = Array.from({ length: 300 }, () => {
      const sure = 1 - 0.5 * random() ** 6;
      return [sure, 1 - sure];
    });
    const predicted = logs(...rows);
    const drawn = Array.from({ length: 3000 }, () =>
      expectedCalibrationError(
        predicted,
        rows.map(([sure]) => Number(random() >= (sure as number))),
        2,
      ),
    );
    const floor = calibrationFloor(
      predicted,
      rows.map(() => 0),
      2,
    );
    expect(floor / (drawn.reduce((sum, one) => sum + one, 0) / drawn.length)).toBeGreaterThan(0.98);
    expect(floor / (drawn.reduce((sum, one) => sum + one, 0) / drawn.length)).toBeLessThan(1.02);
  });

  test('has the floor of a single toss, and none where all is certain', () => {
    // Right with 0.8, so off by 0.2; else off by 0.8: 0.8 * 0.2 + 0.2 * 0.8.
    expect(calibrationFloor(logs([0.8, 0.2]), [0], 2)).toBeCloseTo(0.32, 12);
    // Two tosses of 0.75: none wrong 9/16, one 6/16, two 1/16; expected are a half.
    expect(calibrationFloor(logs([0.75, 0.25], [0.75, 0.25]), [0, 1], 2)).toBeCloseTo((0.5 * 15 + 1.5) / 16 / 2, 12);
    expect(calibrationFloor(logs([1, 0], [1, 0]), [0, 1], 2)).toBe(0);
  });

  test('sorts predictions into bins by their confidence', () => {
    const bins = reliabilityBins(logs([1, 0], [0.8, 0.2], [0.75, 0.25]), [0, 0, 1], 2, 4);
    expect(bins.map(({ count }) => count)).toEqual([0, 0, 1, 2]);
    expect(bins[2]?.confidence).toBeCloseTo(0.75, 12);
    expect(bins[2]?.accuracy).toBe(0);
    expect(bins[3]?.confidence).toBeCloseTo(0.9, 12);
    expect(bins[3]?.accuracy).toBe(1);
    expect(bins[0]?.accuracy).toBeNaN();
  });
});

describe('between examples', () => {
  test('the slope of the probabilities is that of differences, and not the gradient of the loss', () => {
    // One linear layer: scores are rows of weights times (x, y), and the loss against class k has gradient W'(p - e_k).
    const weights = [
      { a: 1.2, b: -0.7 },
      { a: 0.3, b: 0.9 },
      { a: -1.1, b: 0.4 },
    ];
    const answer = (x: number, y: number): number[] => {
      const powers = weights.map(({ a, b }) => Math.exp(a * x + b * y));
      const all = powers.reduce((sum, one) => sum + one);
      return powers.map((one) => one / all);
    };
    const places = [
      { x: 0.4, y: -0.2 },
      { x: -1.3, y: 0.8 },
    ];
    const step = 1e-5;
    const apart = (one: number[], other: number[]): number =>
      one.reduce((sum, p, k) => sum + ((p - (other[k] ?? NaN)) / (2 * step)) ** 2, 0);
    const lengths = places.map(({ x, y }) =>
      Math.sqrt(apart(answer(x + step, y), answer(x - step, y)) + apart(answer(x, y + step), answer(x, y - step))),
    );
    const gradients = weights.map((_, k) =>
      places.flatMap(({ x, y }) => {
        const residuals = answer(x, y).map((p, one) => p - Number(one === k));
        return [
          weights.reduce((sum, { a }, one) => sum + a * (residuals[one] ?? NaN), 0),
          weights.reduce((sum, { b }, one) => sum + b * (residuals[one] ?? NaN), 0),
        ];
      }),
    );
    const logs = places.flatMap(({ x, y }) => answer(x, y).map(Math.log));
    const mean = lengths.reduce((sum, one) => sum + one) / lengths.length;
    expect(meanSlope(logs, gradients, 2)).toBeCloseTo(mean, 8);
  });

  test('a miss is a class that is neither of the two mixed ones', () => {
    // Predicted 0, 1, 2, 0.
    expect(missRate(predictions, [0, 0, 0, 1], [1, 1, 1, 2], 3)).toBe(0.5);
    expect(missRate(predictions, [0, 2, 1, 2], [2, 1, 2, 0], 3)).toBe(0);
    expect(() => missRate(predictions, [0, 1, 2, 0], [0], 3)).toThrow('second: expected 4 labels');
  });

  test('the gradient norm is the mean of Euclidean lengths', () => {
    expect(meanNorm(Float32Array.of(3, 4, 0, 0, 5, 12), 2)).toBeCloseTo((5 + 0 + 13) / 3, 12);
    expect(() => meanNorm(Float32Array.of(1, 2, 3), 2)).toThrow('gradients.length / 2 (points)');
    expect(() => meanNorm(Float32Array.of(1, Number.NaN), 2)).toThrow('got NaN at index 1');
  });
});

test('metrics do not depend on the order of the rows', () => {
  const row = fc.tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.nat(1), fc.nat(1), fc.nat(1));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const measure = (of: typeof rows): number[] => {
        const p = logs(...of.map(([x]) => [x, 1 - x]));
        const first = of.map(([, label]) => label);
        const second = of.map(([, , label]) => label);
        const marks = of.map(([, , , mark]) => mark);
        const { onReal, onCorrupted } = trainingErrors(p, first, marks, 2);
        return [
          errorRate(p, first, 2),
          negativeLogLikelihood(p, first, 2),
          expectedCalibrationError(p, first, 2),
          missRate(p, first, second, 2),
          onReal,
          onCorrupted,
        ];
      };
      const turned = measure([...rows].reverse());
      measure(rows).forEach((value, k) => {
        if (Number.isNaN(value)) expect(turned[k]).toBeNaN();
        else expect(turned[k]).toBeCloseTo(value, 10);
      });
    }),
  );
});

describe('log-probabilities', () => {
  test.each([
    [() => errorRate(predictions, [0, 1, 2], 3), 'logProbabilities: expected 9 numbers, 3 x 3, got 12.'],
    [() => errorRate(predictions, [0, 1, 2, 3], 3), 'labels: expected whole numbers from 0 to 2, got 3 at index 3.'],
    [() => errorRate(predictions, [], 3), 'labels.length: expected a whole number of at least 1, got 0.'],
    [
      () => errorRate([Number.NaN, 0], [0], 2),
      'logProbabilities: expected logarithms of probabilities, got NaN at index 0.',
    ],
    [
      () => negativeLogLikelihood([0.7, 0.3], [0], 2),
      'logProbabilities: expected logarithms of probabilities, got 0.7 at index 0.',
    ],
    [
      () => expectedCalibrationError(predictions, [0, 1, 2, 0], 3, 0),
      'bins: expected a whole number from 1 to 1000, got 0.',
    ],
    [
      () => trainingErrors(predictions, [0, 1, 2, 0], [0], 3),
      'corrupted: expected 4 marks, one for each label, got 1.',
    ],
  ])('that are none are refused (case %#)', (measure, message) => {
    expect(measure).toThrow(new RangeError(message));
  });
});
