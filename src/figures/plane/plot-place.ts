import type { Extent, Place } from './surface-point.ts';

/** The edges of a plot on the screen, as `getBoundingClientRect` gives them. */
interface PlotEdges {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The place in the plane under a screen position, inside the extent and rounded to thousandths. */
export function placeAt(clientX: number, clientY: number, edges: PlotEdges, extent: Extent): Place {
  return clampPlace(
    {
      x: between(extent.x, (clientX - edges.left) / edges.width),
      y: between(extent.y, 1 - (clientY - edges.top) / edges.height),
    },
    extent,
  );
}

/** The nearest place inside the extent, rounded to thousandths. */
export function clampPlace({ x, y }: Place, extent: Extent): Place {
  return { x: clamp(round(x), extent.x), y: clamp(round(y), extent.y) };
}

/** The index of the place nearest to another; -1 if there is none. */
export function nearestIndex(places: readonly Place[], { x, y }: Place): number {
  const distances = places.map((place) => Math.hypot(place.x - x, place.y - y));
  return distances.indexOf(Math.min(...distances));
}

const between = ([least, greatest]: readonly [number, number], share: number): number =>
  least + share * (greatest - least);

const clamp = (value: number, [least, greatest]: readonly [number, number]): number =>
  Math.min(greatest, Math.max(least, value));

const round = (value: number): number => Math.round(1000 * value) / 1000;
