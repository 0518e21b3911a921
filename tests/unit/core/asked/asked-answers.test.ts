import { describe, expect, test } from 'vitest';
import { askedAnswers, askedAt } from '../../../../src/core/asked/asked-answers.ts';

// Two by two cells of side 1: row 0 at the bottom.
const grid = { reach: 1, cells: 2 };

describe('the answer asked for in a cell', () => {
  test('is the share of class B in it, and nothing where no blend falls', () => {
    const answers = askedAnswers(
      { all: Float64Array.of(0.5, 0.4, 0.1, 0), classB: Float64Array.of(0.25, 0.1, 0.1, 0) },
      grid,
      0,
    );
    expect([...answers]).toEqual([0.5, 0.25, 1, NaN]);
  });

  test('is weighed with its neighbors by a Gaussian of the width asked for', () => {
    const answers = askedAnswers(
      { all: Float64Array.of(0.5, 0.5, 0, 0), classB: Float64Array.of(0, 0.5, 0, 0) },
      grid,
      1,
    );
    const beside = Math.exp(-1 / 2);
    expect(answers[0]).toBeCloseTo(beside / (1 + beside), 12);
    expect(answers[1]).toBeCloseTo(1 / (1 + beside), 12);
    expect(answers[2]).toBeNaN();
  });
});

describe('the answer asked for at a place', () => {
  const answers = Float64Array.of(0.1, NaN, NaN, 0.9);

  test('is that of its cell', () => {
    expect(askedAt(answers, grid, -0.5, -0.5)).toBe(0.1);
    expect(askedAt(answers, grid, 0.5, 0.5)).toBe(0.9);
  });

  test('is that of the nearest cell that has one, inside the grid and out', () => {
    const alone = Float64Array.of(NaN, NaN, NaN, 0.9);
    expect(askedAt(alone, grid, -0.5, 0.5)).toBe(0.9);
    expect(askedAt(answers, grid, -3, -0.5)).toBe(0.1);
  });

  test('is an error where nothing is asked for', () => {
    expect(() => askedAt(new Float64Array(4).fill(NaN), grid, 0, 0)).toThrow('answers');
  });
});
