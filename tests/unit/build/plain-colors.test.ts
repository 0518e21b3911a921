import { expect, test } from 'vitest';
import { inPlainColors } from '../../../src/build/publish/cards/plain-colors.ts';

test('names of colors become the colors of the light scheme', () => {
  expect(inPlainColors('<circle fill="var(--class-a)" stroke="var(--ink)"/>')).toBe(
    '<circle fill="#1f66b8" stroke="#1c1b19"/>',
  );
});

// By Chromium: getComputedStyle of color-mix(in oklab, #1f66b8 50%, #b45000) and so on, drawn on a canvas and read back.
test.each([
  ['color-mix(in oklab,var(--class-b) 100%,var(--class-a))', '#b45000'],
  ['color-mix(in oklab,#ffffff 50%,#000000)', '#636363'],
  ['color-mix(in oklab,#ff0000 50%,#0000ff)', '#8c53a2'],
])('%s becomes %s', (mixture, color) => {
  expect(inPlainColors(mixture)).toBe(color);
});

test('a mixture of a mixture becomes one color', () => {
  const inner = 'color-mix(in oklab,#000000 50%,#ffffff)';
  expect(inPlainColors(`color-mix(in oklab,#000000 0%,${inner})`)).toBe('#636363');
});
