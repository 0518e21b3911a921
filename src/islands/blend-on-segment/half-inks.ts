import type { Place } from '../../figures/plane/surface-point.ts';

/**
 * A picture as a point: how much ink there is in its upper half (x) and in its lower half (y), in percent of a half that is all
 * ink. Both are averages of pixels, so the point of a blend lies on the segment between those of its two pictures.
 *
 * @param pixels `[side, side]`, from 0 (paper) to 1 (ink), row by row from the top
 */
export function halfInks(pixels: ArrayLike<number>): Place {
  const half = pixels.length / 2;
  let [upper, lower] = [0, 0];
  for (let k = 0; k < half; k += 1) {
    upper += pixels[k] as number;
    lower += pixels[half + k] as number;
  }
  return { x: (100 * upper) / half, y: (100 * lower) / half };
}

/** The weight of `from` at the place of a segment that is nearest to another, from 0 to 1. */
export function weightAt(place: Place, from: Place, to: Place): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  if (length === 0) return 1;
  return Math.min(1, Math.max(0, 1 - ((place.x - from.x) * dx + (place.y - from.y) * dy) / length));
}
