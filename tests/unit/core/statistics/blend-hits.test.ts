import { expect, test } from 'vitest';
import { blendHits } from '../../../../src/core/statistics/blend-hits.ts';

/** Log-probabilities of three classes that name the given ones. */
const naming = (...classes: number[]): Float64Array =>
  Float64Array.from(classes.flatMap((named) => [0, 1, 2].map((k) => Math.log(k === named ? 0.8 : 0.1))));

test('a blend counts by the weight of the label that is named, both where they are equal, and nothing for a third', () => {
  // By hand: 0.7 for the first label, 0.3 for the second, 1 for two equal ones, 0 for a third class.
  const hits = blendHits(naming(0, 1, 2, 2), [0, 0, 2, 0], [1, 1, 2, 1], [0.7, 0.7, 0.4, 0.9], 3);
  expect(hits.weighted).toBeCloseTo((0.7 + 0.3 + 1 + 0) / 4, 12);
  expect(hits.stronger).toBeCloseTo(2 / 4, 12);
  expect(hits.best).toBeCloseTo((0.7 + 0.7 + 1 + 0.9) / 4, 12);
});

test('of two labels that weigh the same either is the stronger one', () => {
  expect(blendHits(naming(0, 1), [0, 0], [1, 1], [0.5, 0.5], 3).stronger).toBe(1);
});

test('what does not fit is refused', () => {
  expect(() => blendHits(naming(0), [0], [1, 2], [0.5], 3)).toThrow('second: expected 1 labels');
  expect(() => blendHits(naming(0), [0], [1], [1.5], 3)).toThrow('lambdas');
});
