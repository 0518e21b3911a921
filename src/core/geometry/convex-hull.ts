import { expectFinite } from '../expect.ts';

/** A point of the plane. */
export type Point2 = readonly [x: number, y: number];

/**
 * The corners of the convex hull of points in the plane, counterclockwise from the leftmost (the lowest of several);
 * points on an edge between two corners are no corners. Monotone chain (Andrew 1979, doi 10.1016/0020-0190(79)90072-3).
 *
 * @param points finite, at least one; equal points count once
 * @returns one corner for a single point, two for points on a line
 */
export function convexHull(points: readonly Point2[]): Point2[] {
  for (const point of points) expectFinite('points', point);
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = chain(sorted);
  const upper = chain(sorted.reverse());
  const corners = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  return corners.length > 0 ? corners : sorted.slice(0, 1);
}

/**
 * Whether a point lies in the hull with these corners, its edge included.
 *
 * @param corners as {@link convexHull} returns them
 * @param tolerance how far outside still counts as on the edge, in units of the plane
 */
export function isInHull(corners: readonly Point2[], point: Point2, tolerance: number): boolean {
  if (corners.length < 3) return distanceToSegment(point, corners[0] as Point2, corners.at(-1) as Point2) <= tolerance;
  return corners.every((corner, i) => {
    const next = corners[(i + 1) % corners.length] as Point2;
    return turn(corner, next, point) >= -tolerance * distance(next[0] - corner[0], next[1] - corner[1]);
  });
}

/** Half of a hull: corners that turn left, from the first to the last of sorted points. */
function chain(sorted: readonly Point2[]): Point2[] {
  const kept: Point2[] = [];
  for (const point of sorted) {
    while (kept.length > 1 && turn(kept.at(-2) as Point2, kept.at(-1) as Point2, point) <= 0) kept.pop();
    if (kept.at(-1)?.[0] !== point[0] || kept.at(-1)?.[1] !== point[1]) kept.push(point);
  }
  return kept;
}

/** Twice the area of the triangle a, b, c: positive if it turns left. */
const turn = (a: Point2, b: Point2, c: Point2): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function distanceToSegment([x, y]: Point2, a: Point2, b: Point2): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return distance(x - a[0] - share * dx, y - a[1] - share * dy);
}

function distance(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
