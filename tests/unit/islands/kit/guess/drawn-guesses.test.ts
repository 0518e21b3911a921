import { describe, expect, test } from 'vitest';
import { numberInWords, saidInWords } from '../../../../../src/islands/kit/guess/guess-words.ts';
import { heightsAt, isMeant, type StrokePoint } from '../../../../../src/islands/kit/guess/stroke.ts';
import { readAxis, shareOf, valueAt } from '../../../../../src/islands/kit/guess/value-share.ts';

describe('the axis of a plot, as its text says', () => {
  const cases: [string, number, number][] = [
    ['0 50', 10, 0.2],
    ['-40 20', -10, 0.5],
    // The geometric mean of the ends lies in the middle.
    ['0.5 50 log', 5, 0.5],
  ];
  test.each(cases)('%s places %d at %d, and back', (text, value, share) => {
    const axis = readAxis(text);
    expect(axis && shareOf(axis, value)).toBeCloseTo(share, 12);
    expect(axis && valueAt(axis, share)).toBeCloseTo(value, 12);
  });

  test('holds what lies beyond at its ends, and logarithms of nothing', () => {
    const [linear, log] = [readAxis('0 10'), readAxis('1 10 log')];
    expect([-5, 15].map((value) => linear && shareOf(linear, value))).toEqual([0, 1]);
    expect([0, -1].map((value) => log && shareOf(log, value))).toEqual([0, 0]);
  });

  test('is none where there is no text, or no length', () => {
    expect(['', '1', 'a b', '2 2'].map(readAxis)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('a stroke', () => {
  const rising: StrokePoint[] = [0.2, 0.3, 0.5, 0.6, 0.7, 0.8].map((x) => [x, 1 - x]);

  test('is meant from six places on', () => {
    expect(isMeant(rising)).toBe(true);
    expect(isMeant(rising.slice(1))).toBe(false);
  });

  test('is read at the settings of a plot, and goes on level beyond its ends', () => {
    const heights = heightsAt(rising, [0, 0.2, 0.4, 0.65, 1]) ?? [];
    [0.8, 0.8, 0.6, 0.35, 0.2].forEach((height, k) => expect(heights[k]).toBeCloseTo(height, 12));
  });

  test('may be drawn from right to left', () => {
    expect(heightsAt(rising.toReversed(), [0.4])?.[0]).toBeCloseTo(0.6, 12);
  });

  test('counts where it passed last', () => {
    const back: StrokePoint[] = [...rising, [0.2, 0.9]];
    expect(heightsAt(back, [0.5])?.[0]).toBeCloseTo(0.2 + (0.7 * (0.8 - 0.5)) / 0.6, 12);
  });

  test('without places says nothing', () => {
    expect(heightsAt([], [0.5])).toBeUndefined();
  });
});

test('numbers are written with a true minus, their unit, and their sign where they are changes', () => {
  const percent = { decimals: '0', unit: '%', signed: '' };
  expect([-20, 0, 12.4, -0.2].map((value) => numberInWords(value, percent))).toEqual([
    '−20\u00A0%',
    '0\u00A0%',
    '+12\u00A0%',
    '0\u00A0%',
  ]);
  expect(numberInWords(7, {})).toBe('7');
});

test('what a reader said is told in words, also that there was none', () => {
  const names = JSON.stringify([{ value: 'less', name: 'fewer errors' }]);
  expect(saidInWords('less', { names })).toBe('fewer errors');
  expect(saidInWords('an answer of another time', { names })).toBe('an answer of another time');
  expect(saidInWords(3.25, { decimals: '1', unit: '%' })).toBe('3.3\u00A0%');
  expect(saidInWords([1, 2, 3], {})).toBe('a line, drawn on the plot');
  expect(saidInWords(null, {})).toBe('looked without a guess');
});
