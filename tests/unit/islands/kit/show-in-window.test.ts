import { expect, test } from 'vitest';
import { scrollToShow } from '../../../../src/islands/kit/demo/show-in-window.ts';

const windowHeight = 800;

test('where most of plots and dock is in view nothing scrolls', () => {
  expect(scrollToShow({ top: 50, bottom: 600 }, windowHeight)).toBe(0);
  expect(scrollToShow({ top: -90, bottom: 410 }, windowHeight)).toBe(0);
});

test('what is below or above comes whole, and the way back to the text is not over its dock', () => {
  for (const [top, bottom] of [
    [700, 1200],
    [-400, 100],
    [5000, 5700],
  ] as const) {
    const scroll = scrollToShow({ top, bottom }, windowHeight);
    expect(top - scroll).toBeGreaterThanOrEqual(0);
    // The way back is 44 px high.
    expect(bottom - scroll).toBeLessThanOrEqual(windowHeight - 44);
  }
});

test('what fills the window loses less than a fifth of itself above, and nothing below', () => {
  const scroll = scrollToShow({ top: 900, bottom: 1690 }, windowHeight);
  expect(1690 - scroll).toBeLessThanOrEqual(windowHeight - 44);
  expect(scroll - 900).toBeLessThan(0.2 * 790);
});

test('what is higher than the window begins at its upper edge', () => {
  expect(scrollToShow({ top: 900, bottom: 2900 }, windowHeight)).toBe(900);
});
