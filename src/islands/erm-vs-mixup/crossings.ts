import type { Place, SurfacePoint } from '../../figures/plane/surface-point.ts';

/** A segment between two examples of one class whose middle lies among examples of the other. */
export interface Crossing {
  readonly from: Place;
  readonly to: Place;
  /** The blend half way, with the label it is given. */
  readonly middle: SurfacePoint;
}

/** How near an example of the other class has to be to the middle, in units of the plane. */
const near = 0.1;

/**
 * Some segments on which mixup asks for the wrong class, spread over the plane: the longest first, then always the one whose middle
 * is farthest from those before.
 *
 * @param points with the labels they are trained with
 * @param most how many at most
 */
export function crossings(points: readonly SurfacePoint[], most: number): Crossing[] {
  const found: Crossing[] = [];
  points.forEach((from, i) => {
    for (const to of points.slice(i + 1)) {
      if (from.label !== to.label) continue;
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, label: from.label };
      if (points.some((other) => other.label !== from.label && distance(other, middle) < near))
        found.push({ from, to, middle });
    }
  });
  const length = ({ from, to }: Crossing): number => distance(from, to);
  const chosen: Crossing[] = [];
  while (chosen.length < Math.min(most, found.length)) {
    const worth = (one: Crossing): number =>
      chosen.length === 0 ? length(one) : Math.min(...chosen.map(({ middle }) => distance(middle, one.middle)));
    chosen.push(found.reduce((best, one) => (worth(one) > worth(best) ? one : best)));
  }
  return chosen;
}

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);
