import { describe, expect, test } from 'vitest';
import { defaultsOf, defineParameters, nearestAllowed } from '../../../src/parameters/parameter.ts';
import { settings } from './settings.ts';

describe('defineParameters', () => {
  const seed = { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 9, default: 1 } as const;

  test('refuses a key that is taken twice or does not fit an address', () => {
    expect(() => defineParameters({ one: seed, two: seed })).toThrow(/key: .* got "seed"/);
    expect(() => defineParameters({ one: { ...seed, key: 'a.b' } })).toThrow(/key: .* got "a.b"/);
  });

  test('refuses a default that is not allowed', () => {
    expect(() => defineParameters({ seed: { ...seed, default: 10 } })).toThrow(/seed: expected a range/);
    const off = {
      kind: 'number',
      key: 'x',
      label: 'x',
      min: 0,
      max: 1,
      step: 0.1,
      scale: 'linear',
      default: 0.15,
    } as const;
    expect(() => defineParameters({ off })).toThrow(/x: expected a range/);
    const choice = {
      kind: 'choice',
      key: 'c',
      label: 'c',
      choices: [{ value: 'a', name: 'A' }],
      default: 'b',
    } as const;
    expect(() => defineParameters({ choice })).toThrow(/c: expected a range/);
  });
});

test('defaultsOf gives every default, and no moved points', () => {
  expect(defaultsOf(settings)).toEqual({ alpha: 1, noise: 0.1, seed: 1, data: 'moons', points: [] });
});

describe('nearestAllowed', () => {
  test.each([
    [-3, 0],
    [0, 0],
    [0.004, 0],
    [0.006, 0.01],
    [0.37, 0.37],
    [1e9, 100],
    [Infinity, 100],
    [-Infinity, 0],
    [NaN, 1],
  ])('on a log scale with zero takes %d to %d', (value, expected) => {
    expect(nearestAllowed(settings.alpha, value)).toBe(expected);
  });

  test.each([
    [0.3, 0.3],
    [0.31, 0.3],
    [0.33, 0.35],
    [-0.1, 0],
    [7, 0.5],
    [NaN, 0.1],
  ])('on a linear scale takes %d to the step %d, without binary dust', (value, expected) => {
    expect(nearestAllowed(settings.noise, value)).toBe(expected);
  });

  test.each([
    [2.4, 2],
    [2.6, 3],
    [-0.2, 0],
    [1e300, 999_999],
    [NaN, 1],
  ])('takes %d to the whole number %d, never to -0', (value, expected) => {
    expect(nearestAllowed(settings.seed, value)).toBe(expected);
  });

  test('never goes past the last whole step of a range that is not a multiple of it', () => {
    const odd = {
      kind: 'number',
      key: 'x',
      label: 'x',
      min: 0,
      max: 1,
      step: 0.3,
      scale: 'linear',
      default: 0,
    } as const;
    expect(nearestAllowed(odd, 1)).toBe(0.9);
  });
});
