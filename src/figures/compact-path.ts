/** A corner of a path, in the drawing box. */
export type Corner = readonly [x: number, y: number];

/**
 * Side of the square box in which all curves and areas are drawn. Whole numbers in it are fine enough (a thousandth of
 * the plot's side) and short enough to keep static pages small; the box is stretched over the plot.
 */
export const boxSide = 1000;

/**
 * Path data through the corners, rounded to whole numbers and written as relative steps. Corners that fall on the same
 * place, or on the straight line between their neighbors, are left out.
 *
 * @param corners in the drawing box
 * @param closed whether the path returns to its start
 * @returns SVG path data; empty for fewer than two different corners
 */
export function compactPath(corners: readonly Corner[], closed: boolean): string {
  const kept = withoutStraight(rounded(corners));
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

function withoutStraight(corners: readonly Corner[]): Corner[] {
  const result: Corner[] = [];
  for (const corner of corners) {
    while (result.length > 1 && isBetween(result.at(-2) as Corner, result.at(-1) as Corner, corner)) result.pop();
    result.push(corner);
  }
  return result;
}

function isBetween(from: Corner, middle: Corner, to: Corner): boolean {
  const [ax, ay] = [middle[0] - from[0], middle[1] - from[1]];
  const [bx, by] = [to[0] - middle[0], to[1] - middle[1]];
  return ax * by === ay * bx && ax * bx + ay * by > 0;
}
