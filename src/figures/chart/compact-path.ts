/** A corner of a path, in the drawing box. */
export type Corner = readonly [x: number, y: number];

/**
 * Side of the square box in which all curves and areas are drawn. Whole numbers in it are fine enough (a thousandth of
 * the plot's side) and short enough to keep static pages small; the box is stretched over the plot.
 */
export const boxSide = 1000;

/** How far a drawn path may pass beside a corner, in units of the box: a third of a pixel in a plot 500 pixels wide. */
const tolerance = 0.7;

/**
 * Path data along the corners, rounded to whole numbers and written as relative steps. Corners that the path passes
 * near enough without them are left out (Douglas and Peucker, Cartographica 10, 112, 1973, doi 10.3138/FM57-6770-U75U-7727).
 *
 * @param corners in the drawing box
 * @param closed whether the path returns to its start
 * @returns SVG path data; empty for fewer than two different corners
 */
export function compactPath(corners: readonly Corner[], closed: boolean): string {
  const kept = simplified(rounded(corners));
  if (closed && kept.length > 1 && same(kept[0] as Corner, kept.at(-1) as Corner)) kept.pop();
  if (kept.length < 2) return '';
  const start = kept[0] as Corner;
  let path = `M${start[0]}${joined(start[1])}`;
  for (let i = 1; i < kept.length; i += 1) {
    const [x, y] = kept[i] as Corner;
    const [fromX, fromY] = kept[i - 1] as Corner;
    path += step(x - fromX, y - fromY);
  }
  return closed ? `${path}z` : path;
}

function step(dx: number, dy: number): string {
  if (dy === 0) return `h${dx}`;
  if (dx === 0) return `v${dy}`;
  return `l${dx}${joined(dy)}`;
}

/** A minus sign separates numbers by itself. */
const joined = (value: number): string => (value < 0 ? String(value) : ` ${value}`);

const same = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1];

function rounded(corners: readonly Corner[]): Corner[] {
  const result: Corner[] = [];
  for (const [x, y] of corners) {
    const corner: Corner = [Math.round(x) + 0, Math.round(y) + 0];
    const last = result.at(-1);
    if (!last || !same(last, corner)) result.push(corner);
  }
  return result;
}

function simplified(corners: readonly Corner[]): Corner[] {
  const last = corners.length - 1;
  const isKept = corners.map((_, i) => i === 0 || i === last);
  const stretches: [number, number][] = [[0, last]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [from, to] = stretch;
    let farthest = from;
    let greatest = tolerance;
    for (let i = from + 1; i < to; i += 1) {
      const distance = distanceTo(corners[i] as Corner, corners[from] as Corner, corners[to] as Corner);
      if (distance > greatest) [farthest, greatest] = [i, distance];
    }
    if (farthest === from) continue;
    isKept[farthest] = true;
    stretches.push([from, farthest], [farthest, to]);
  }
  return corners.filter((_, i) => isKept[i]);
}

/** Distance of a corner to the segment from `a` to `b`. */
function distanceTo([x, y]: Corner, a: Corner, b: Corner): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
}
