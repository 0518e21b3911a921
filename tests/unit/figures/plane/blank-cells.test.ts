import { expect, test } from 'vitest';
import { blankPath, filledIn } from '../../../../src/figures/plane/blank-cells.ts';

test('cells without a number become rectangles, those in a row together, with row 0 at the bottom', () => {
  expect(blankPath([NaN, NaN, 1, NaN], 2)).toBe('M0 500H1000V1000H0zM500 0H1000V500H500z');
  expect(blankPath([1, 1, 1, 1], 2)).toBe('');
});

test('cells without a number take the value of a near one', () => {
  expect([...filledIn([NaN, NaN, NaN, NaN, 0.7, NaN, NaN, NaN, NaN], 3)]).toEqual(Array(9).fill(0.7));
  expect([...filledIn([0.2, NaN, 0.2, NaN], 2)]).toEqual([0.2, 0.2, 0.2, 0.2]);
});
