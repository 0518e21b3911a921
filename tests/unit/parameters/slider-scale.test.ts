import { expect, test } from 'vitest';
import { sliderPosition, sliderSteps, valueAtPosition } from '../../../src/parameters/slider-scale.ts';
import { settings } from './settings.ts';

const { alpha, noise, seed } = settings;

test('a log slider with zero starts at 0, then rises by equal ratios, in numbers of two digits', () => {
  // Four decades of ten positions each, and one position for 0.
  expect(sliderSteps(alpha)).toBe(41);
  expect([0, 1, 2, 11, 21, 24, 41].map((position) => valueAtPosition(alpha, position))).toEqual([
    0, 0.01, 0.013, 0.1, 1, 2, 100,
  ]);
});

test('a linear slider has one position for each step', () => {
  expect(sliderSteps(noise)).toBe(10);
  expect([0, 3, 10].map((position) => valueAtPosition(noise, position))).toEqual([0, 0.15, 0.5]);
});

test('a slider for whole numbers has one position for each', () => {
  expect(sliderSteps(seed)).toBe(999_999);
  expect(valueAtPosition(seed, 17)).toBe(17);
  expect(sliderPosition({ ...seed, min: 5 }, 17)).toBe(12);
});

test.each([alpha, noise])('a slider for $key stays where it is put', (parameter) => {
  for (let position = 0; position <= sliderSteps(parameter); position += 1) {
    expect(sliderPosition(parameter, valueAtPosition(parameter, position))).toBe(position);
  }
});
