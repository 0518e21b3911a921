import type { Reach } from './plot-and-dock.ts';

/** The least share of the window that a sheet gets, where the plots would leave it less. */
const leastShare = 0.4;

/** How far the page scrolls for a sheet at the window's lower edge, and how high the sheet is at most. All in px. */
interface SheetPlace {
  readonly scroll: number;
  readonly height: number;
}

/**
 * Finds room for a sheet below plots and dock. What is out of the window above is brought back to its top; plots that leave too
 * little room go out at the top as far as needed, so that the dock is above the sheet and what it moves above the dock.
 *
 * @param reach of plots and dock
 * @param content the height that the sheet would like to have
 */
export function sheetPlace({ top, bottom }: Reach, content: number, windowHeight: number): SheetPlace {
  const beside = windowHeight - (bottom - top);
  const height = Math.min(content, Math.max(beside, leastShare * windowHeight));
  const lowest = windowHeight - height;
  if (bottom > lowest) return { scroll: bottom - lowest, height };
  // Nothing is brought back that would push the dock below the sheet.
  return { scroll: top < 0 ? Math.max(top, bottom - lowest) : 0, height };
}

/**
 * The height of a sheet once the page has scrolled for it: a figure that is pinned stands a little below the window's top.
 *
 * @param bottom where the dock ends now
 * @param height that the sheet was to have
 */
export function heightBelow(bottom: number, height: number, windowHeight: number): number {
  return Math.min(height, Math.max(windowHeight - bottom, leastShare * windowHeight));
}
