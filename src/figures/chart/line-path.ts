import { boxSide, compactPath, type Corner } from './compact-path.ts';
import { linearScale, type Domain } from './linear-scale.ts';
import type { LinePoint } from './line-series.ts';

/**
 * Path data of a curve in the drawing box, y up turned into y down. Points whose x or y is not finite leave a gap.
 *
 * @param points in the order in which they are joined
 */
export function linePath(points: readonly LinePoint[], xDomain: Domain, yDomain: Domain): string {
  const place = placer(xDomain, yDomain);
  return runs(points, ({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
    .map((run) =>
      compactPath(
        run.map(({ x, y }) => place(x, y)),
        false,
      ),
    )
    .join('');
}

/** Path data of the area between `low` and `high`, in the drawing box; points without both leave a gap. */
export function intervalPath(points: readonly LinePoint[], xDomain: Domain, yDomain: Domain): string {
  const place = placer(xDomain, yDomain);
  return runs(points, ({ x, low, high }) => [x, low, high].every(Number.isFinite))
    .map((run) =>
      compactPath(
        [
          ...run.map(({ x, high }) => place(x, high as number)),
          ...run.map(({ x, low }) => place(x, low as number)).reverse(),
        ],
        true,
      ),
    )
    .join('');
}

function placer(xDomain: Domain, yDomain: Domain): (x: number, y: number) => Corner {
  const toX = linearScale(xDomain);
  const toY = linearScale(yDomain);
  return (x, y) => [boxSide * toX(x), boxSide * (1 - toY(y))];
}

function runs(points: readonly LinePoint[], isDrawn: (point: LinePoint) => boolean): LinePoint[][] {
  const result: LinePoint[][] = [[]];
  for (const point of points) {
    if (isDrawn(point)) result.at(-1)?.push(point);
    else result.push([]);
  }
  return result.filter((run) => run.length > 0);
}
