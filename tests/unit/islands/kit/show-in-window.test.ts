import { expect, test } from 'vitest';
import { scrollToShow } from '../../../../src/islands/kit/demo/show-in-window.ts';

const windowHeight = 800;
/** Plots from an upper to a lower edge, with a dock of 100 px below. */
const scrollFor = (top: number, bottom: number): number =>
  scrollToShow({ top, bottom }, { top, bottom: bottom + 100 }, windowHeight);

test('where most of the plots is in view nothing scrolls', () => {
  expect(scrollFor(50, 600)).toBe(0);
  expect(scrollFor(-90, 410)).toBe(0);
  expect(scrollFor(400, 890)).toBe(0);
});

test('what is below or above comes whole, and the way back to the text is not over the dock', () => {
  for (const [top, bottom] of [
    [700, 1200],
    [-400, 100],
    [5000, 5600],
  ] as const) {
    const scroll = scrollFor(top, bottom);
    expect(top - scroll).toBeGreaterThanOrEqual(0);
    // The way back is 44 px high.
    expect(bottom + 100 - scroll).toBeLessThanOrEqual(windowHeight - 44);
  }
});

test('what fills the window loses less than a fifth of its plots above, and nothing of its dock below', () => {
  const scroll = scrollFor(900, 1590);
  expect(1690 - scroll).toBeLessThanOrEqual(windowHeight - 44);
  expect(scroll - 900).toBeLessThan(0.2 * 690);
});

test('what is higher than the window begins at its upper edge', () => {
  expect(scrollFor(900, 2900)).toBe(900);
});
