import type { Extent, Place } from '../../figures/plane/surface-point.ts';

/** One ReLU unit with two inputs: it passes on `x * first + y * second + constant` where that is positive, and 0 elsewhere. */
export interface Unit {
  readonly first: number;
  readonly second: number;
  readonly constant: number;
}

/** Where a unit passes something on, within a rectangle of the plane. */
interface Fold {
  /** Corners of the part where it does; none if it never does there. */
  readonly part: readonly Place[];
  /** Ends of the line at which it begins; nothing if that passes the rectangle by. */
  readonly line: readonly [Place, Place] | undefined;
  /** A corner of the rectangle where it passes on most, and how much. */
  readonly top: Place;
  readonly greatest: number;
}

/** The sum that a unit forms, before what is negative is cut off. */
export const sumOf = ({ first, second, constant }: Unit, { x, y }: Place): number => first * x + second * y + constant;

/** Cuts a rectangle along the line at which a unit begins to pass something on. */
export function foldOf(unit: Unit, { x, y }: Extent): Fold {
  const corners: Place[] = [
    { x: x[0], y: y[0] },
    { x: x[1], y: y[0] },
    { x: x[1], y: y[1] },
    { x: x[0], y: y[1] },
  ];
  const part: Place[] = [];
  const crossings: Place[] = [];
  let top = corners[0] as Place;
  corners.forEach((corner, k) => {
    const next = corners[(k + 1) % corners.length] as Place;
    const [here, there] = [sumOf(unit, corner), sumOf(unit, next)];
    if (here > sumOf(unit, top)) top = corner;
    if (here > 0) part.push(corner);
    if (here > 0 === there > 0) return;
    const share = here / (here - there);
    const crossing = { x: corner.x + share * (next.x - corner.x), y: corner.y + share * (next.y - corner.y) };
    part.push(crossing);
    crossings.push(crossing);
  });
  const [from, to] = crossings;
  return { part, line: from && to ? [from, to] : undefined, top, greatest: Math.max(0, sumOf(unit, top)) };
}

/** The place on a unit's line nearest to another place. @param unit with a slope */
export function footOf(unit: Unit, place: Place): Place {
  const { first, second } = unit;
  const away = sumOf(unit, place) / (first * first + second * second);
  return { x: place.x - away * first, y: place.y - away * second };
}
