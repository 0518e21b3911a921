import { boxSide } from '../chart/compact-path.ts';
import { linearScale } from '../chart/linear-scale.ts';
import type { Extent, SurfacePoint } from './surface-point.ts';

/** Points that look alike, as one path of dots: each is a step of no length, which its stroke's round or square cap makes a mark. */
interface DotPath {
  readonly label: 0 | 1;
  /** Whether their labels are wrong. */
  readonly flipped: boolean;
  /** SVG path data in the box of side `boxSide`, with y down. */
  readonly path: string;
}

/** Points that are drawn before the next of another class come over them, so that no class lies on top of the other everywhere. */
const layer = 25;

/**
 * Examples as a few paths instead of an element for each.
 *
 * @param points with labels 0 or 1; a soft label counts as the class it is nearer to
 */
export function planeDots(points: readonly SurfacePoint[], { x, y }: Extent): DotPath[] {
  const [toX, toY] = [linearScale(x), linearScale(y)];
  const at = (point: SurfacePoint): string =>
    `M${Math.round(boxSide * toX(point.x))} ${Math.round(boxSide * (1 - toY(point.y)))}h0`;
  const paths: DotPath[] = [];
  for (let start = 0; start < points.length; start += layer) {
    const some = points.slice(start, start + layer);
    for (const label of [0, 1] as const)
      for (const flipped of [false, true]) {
        const alike = some.filter((point) => Math.round(point.label) === label && Boolean(point.flipped) === flipped);
        if (alike.length > 0) paths.push({ label, flipped, path: alike.map(at).join('') });
      }
  }
  return paths;
}
