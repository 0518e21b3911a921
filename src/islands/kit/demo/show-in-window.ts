import type { Reach } from './plot-and-dock.ts';

/** From which share of it on a figure counts as in view. */
const enough = 0.8;
/** Kept free at the window's upper edge, and at the lower one, where the way back to the text stands. */
const above = 8;
const below = 68;

/**
 * How far the page scrolls, in px, to show plots and dock: not at all where most of them is in view, else as little as shows them
 * whole. What is higher than the window begins at its upper edge.
 */
export function scrollToShow({ top, bottom }: Reach, windowHeight: number): number {
  const height = bottom - top;
  const seen = Math.min(bottom, windowHeight) - Math.max(top, 0);
  if (seen >= enough * height) return 0;
  const lowest = windowHeight - below - height;
  if (lowest >= above) return top - Math.min(Math.max(top, above), lowest);
  return top - (lowest >= (enough - 1) * height ? lowest : 0);
}
