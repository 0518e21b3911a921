import { describe, expect, test } from 'vitest';
import { askedOnLine } from '../../../../src/core/asked/asked-on-line.ts';

describe('what mixup asks for on a line', () => {
  test.each([0.2, 1, 8])('is the straight line between two examples, whatever α is (%s)', (alpha) => {
    for (const x of [0.1, 0.5, 0.9]) expect(askedOnLine([0, 1], [0, 1], alpha, x)).toBeCloseTo(x, 12);
  });

  test('is two thirds beside a lone B between two A, at α = 1', () => {
    // At x in (0, 1) the pair (0, 1) has density 1 and label x, the pair (0, 2) density 1/2 and label 0: x / (3/2).
    for (const x of [0.3, 0.75, 0.999]) expect(askedOnLine([0, 1, 2], [0, 1, 0], 1, x)).toBeCloseTo((2 * x) / 3, 12);
    expect(askedOnLine([0, 1, 2], [0, 1, 0], 1, 1.5)).toBeCloseTo(1 / 3, 12);
  });

  test('is at an example its own label, and the mean of those that lie there', () => {
    expect(askedOnLine([0, 1, 2], [0, 1, 0], 0.2, 1)).toBe(1);
    expect(askedOnLine([0, 1, 1, 2], [0, 1, 0, 0], 8, 1)).toBe(0.5);
  });

  test('is nothing where no segment goes', () => {
    expect(askedOnLine([0, 1], [0, 1], 1, 1.2)).toBeNaN();
    expect(askedOnLine([0, 1], [0, 1], 1, -0.1)).toBeNaN();
  });
});
