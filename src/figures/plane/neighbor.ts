import type { Place } from './surface-point.ts';

/** How far to the side a neighbor may lie, as the sine of the angle to the direction asked for. */
const widest = 0.9;

/**
 * The place nearest to one of them in some direction, for arrow keys.
 *
 * @param index of the place to start from
 * @param direction any length but 0
 * @returns its index; the one given where no other lies that way
 */
export function neighborToward(places: readonly Place[], index: number, direction: Place): number {
  const from = places[index] as Place;
  const length = Math.hypot(direction.x, direction.y);
  let [best, least] = [index, Infinity];
  places.forEach(({ x, y }, k) => {
    const away = Math.hypot(x - from.x, y - from.y);
    const along = ((x - from.x) * direction.x + (y - from.y) * direction.y) / length;
    if (k === index || away === 0 || along <= 0 || Math.sqrt(Math.max(0, away * away - along * along)) > widest * away)
      return;
    if (away < least) [best, least] = [k, away];
  });
  return best;
}
