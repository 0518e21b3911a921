import type { Reach } from './plot-and-dock.ts';

/** From which share of them on a figure's plots count as in view. */
const enough = 0.8;
/** Kept free at the window's upper edge, and at the lower one, where the way back to the text stands. */
const above = 8;
const below = 68;

/**
 * How far the page scrolls, in px, to show plots and dock: not at all where most of the plots is in view, else as little as shows
 * both whole. What is higher than the window begins at its upper edge.
 *
 * @param both plots and dock
 */
export function scrollToShow(plots: Reach, both: Reach, windowHeight: number): number {
  const needed = enough * (plots.bottom - plots.top);
  const seen = (shift: number): number => Math.min(plots.bottom - shift, windowHeight) - Math.max(plots.top - shift, 0);
  if (seen(0) >= needed) return 0;
  const highest = both.top - above;
  const lowest = both.bottom - (windowHeight - below);
  if (highest >= lowest) return Math.min(Math.max(0, lowest), highest);
  return seen(lowest) >= needed ? lowest : both.top;
}
