import { surfaceColor } from '../label/label-color.ts';

/** Lower bounds of the bands of a probability surface: a little finer than every tenth. */
export const confidenceThresholds: readonly number[] = [
  0.05, 0.12, 0.2, 0.28, 0.36, 0.44, 0.5, 0.56, 0.64, 0.72, 0.8, 0.88, 0.95,
];

/**
 * The colors of the bands that thresholds cut [0, 1] into, from the one below the first threshold to the one above the last.
 * Each band has the color of its middle; the outermost ones that of certainty.
 *
 * @returns one CSS color more than there are thresholds
 */
export function bandColors(thresholds: readonly number[]): string[] {
  return Array.from({ length: thresholds.length + 1 }, (_, i) => {
    const from = thresholds[i - 1];
    const to = thresholds[i];
    if (from === undefined) return surfaceColor(0);
    return surfaceColor(to === undefined ? 1 : (from + to) / 2);
  });
}
