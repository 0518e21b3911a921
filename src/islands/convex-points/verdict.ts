import { combinationKind, type CombinationKind } from '../../core/geometry/combination.ts';
import { convexHull, isInHull, type Point2 } from '../../core/geometry/convex-hull.ts';
import { formatNumber } from '../../figures/chart/linear-scale.ts';
import { mixtureOf, placesOf, type Combination } from './combination.ts';

/** Weights are whole percents; a mixture of them that should lie on an edge misses it by rounding errors alone. */
const onEdge = 1e-6;

/** What the weights make, in one sentence each: the kind of combination, and where it lies. */
export function verdictOf(combination: Combination): { kind: CombinationKind; isInside: boolean; text: string } {
  const { weights } = combination;
  const kind = combinationKind(weights);
  const { x, y } = mixtureOf(combination);
  const corners = convexHull(placesOf(combination).map(({ x, y }): Point2 => [x, y]));
  const isInside = isInHull(corners, [x, y], onEdge);
  const [inside, region] = corners.length > 2 ? ['in the hull', 'the hull'] : ['on the segment', 'the segment'];
  const sum = formatNumber(100 * weights.reduce((total, weight) => total + weight, 0), 0);
  const kinds: Record<CombinationKind, string> = {
    convex: 'A convex combination: no weight is negative, and they add up to 100 %.',
    affine: 'Not convex, only affine: the weights add up to 100 %, but one or more is negative.',
    conical: `Not convex: no weight is negative, but they add up to ${sum} %.`,
    linear: `Not convex, only linear: a weight is negative, and they add up to ${sum} %.`,
  };
  const where = isInside
    ? kind === 'convex'
      ? `The mixture lies ${inside}`
      : `The mixture lies ${inside} all the same, so other weights make it convex`
    : `The mixture has left ${region}`;
  const size = `snout ${formatNumber(x, 2)} cm, ear ${formatNumber(y, 2)} cm`;
  return { kind, isInside, text: `${kinds[kind]} ${where}: ${size}.` };
}
