import { describe, expect, test } from 'vitest';
import * as checks from '../../../src/core/expect.ts';

describe('checks of arguments', () => {
  test('return what they checked', () => {
    const list = [0, 1, 2];
    expect(checks.expectNumber('a', 0.5, 0, 1)).toBe(0.5);
    expect(checks.expectInteger('a', -3)).toBe(-3);
    expect(checks.expectOneOf('a', 'x', ['x', 'y'])).toBe('x');
    expect(checks.expectLength('a', list, 3)).toBe(list);
    expect(checks.expectFinite('a', list)).toBe(list);
    expect(checks.expectWithin('a', list, 0, 2)).toBe(list);
    expect(checks.expectIndices('a', list, 3)).toBe(list);
  });

  test.each([
    [() => checks.expectNumber('rate', 2, 0, 1), 'rate: expected a finite number from 0 to 1, got 2.'],
    [() => checks.expectNumber('rate', Number.NaN), 'rate: expected a finite number, got NaN.'],
    [() => checks.expectNumber('rate', Infinity, 0), 'rate: expected a finite number of at least 0, got Infinity.'],
    [() => checks.expectNumber('rate', '1' as unknown as number), 'rate: expected a finite number, got "1".'],
    [() => checks.expectNumber('rate', [1] as unknown as number), 'rate: expected a finite number, got an array.'],
    [() => checks.expectInteger('count', 1.5), 'count: expected a whole number, got 1.5.'],
    [() => checks.expectInteger('count', 9, -Infinity, 8), 'count: expected a whole number of at most 8, got 9.'],
    [
      () => checks.expectInteger('count', undefined as unknown as number, 1, 2),
      'count: expected a whole number from 1 to 2, got undefined.',
    ],
    [() => checks.expectOneOf<string>('kind', 'z', ['x', 'y']), 'kind: expected one of "x", "y", got "z".'],
    [
      () => checks.expectOneOf('flag', 1 as unknown as boolean, [true, false]),
      'flag: expected one of true, false, got 1.',
    ],
    [() => checks.expectLength('rows', [1], 2, 'numbers'), 'rows: expected 2 numbers, got 1.'],
    [() => checks.expectLength('rows', null as unknown as number[], 2), 'rows: expected 2 entries, got null.'],
    [() => checks.expectFinite('x', [0, Infinity]), 'x: expected finite numbers, got Infinity at index 1.'],
    [() => checks.expectWithin('x', [0, Number.NaN], 0, 1), 'x: expected numbers from 0 to 1, got NaN at index 1.'],
    [() => checks.expectIndices('labels', [0, 3], 3), 'labels: expected whole numbers from 0 to 2, got 3 at index 1.'],
    [() => checks.expectIndices('labels', [0.5], 3), 'labels: expected whole numbers from 0 to 2, got 0.5 at index 0.'],
  ])('name the argument, what was expected and what came (case %#)', (check, message) => {
    expect(check).toThrow(new RangeError(message));
  });
});
