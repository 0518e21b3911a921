import { nearestWeights, type WeightBounds } from './combination-weights.ts';
import { expectLength } from '../expect.ts';

/**
 * How strict a combination is. Convex: no weight negative, sum 1. Affine: sum 1. Conical: no weight negative.
 * Linear: anything else.
 */
export type CombinationKind = 'convex' | 'affine' | 'conical' | 'linear';

/** Weights this close to a bound count as on it. */
const tolerance = 1e-9;

/** The descent in {@link weightsToward} ends when no weight moves by more than this, and in any case after so many steps. */
const restingMove = 1e-8;
const descentSteps = 400;

/** The strictest kind of combination that the weights make. */
export function combinationKind(weights: readonly number[]): CombinationKind {
  const sumsToOne = Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) <= tolerance;
  const isNegative = weights.some((weight) => weight < -tolerance);
  if (sumsToOne) return isNegative ? 'affine' : 'convex';
  return isNegative ? 'linear' : 'conical';
}

/**
 * The sum of the points, each times its weight.
 *
 * @param points at least one, all of the same number of coordinates
 * @param weights one for each point
 */
export function combine(points: readonly (readonly number[])[], weights: readonly number[]): number[] {
  expectLength('weights', weights, points.length, 'weights, one for each point');
  const [first = []] = points;
  return first.map((_, axis) =>
    points.reduce((sum, point, i) => sum + (weights[i] as number) * (point[axis] as number), 0),
  );
}

/**
 * Weights within the bounds whose combination is as near to a target as such weights allow: projected gradient descent
 * on the squared distance with Nesterov's acceleration, from the weights given. Where several weights are equally good,
 * which of them is found depends on the start.
 *
 * @param points one array of coordinates for each point
 * @param start one weight for each point
 * @param target as many coordinates as the points have
 */
export function weightsToward(
  points: readonly (readonly number[])[],
  start: readonly number[],
  target: readonly number[],
  bounds: WeightBounds,
): number[] {
  // With a fixed sum all may be seen from the middle of the points, where the descent is fastest.
  const middle = combine(
    points,
    points.map(() => (bounds.sum ?? 0) / points.length),
  );
  const seen = points.map((point) => point.map((value, axis) => value - (bounds.sum ? (middle[axis] as number) : 0)));
  const goal = target.map((value, axis) => value - (bounds.sum ? bounds.sum * (middle[axis] as number) : 0));
  const steepness = seen.flat().reduce((sum, value) => sum + value * value, 0);
  let weights = nearestWeights(start, bounds);
  if (steepness === 0) return weights;
  let ahead = weights;
  for (let step = 1; step <= descentSteps; step += 1) {
    const miss = combine(seen, ahead).map((value, axis) => value - (goal[axis] as number));
    const moved = ahead.map(
      (weight, i) => weight - miss.reduce((sum, one, axis) => sum + one * (seen[i]?.[axis] as number), 0) / steepness,
    );
    const next = nearestWeights(moved, bounds);
    const [last, from] = [weights, ahead];
    weights = next;
    if (next.every((weight, i) => Math.abs(weight - (from[i] as number)) <= restingMove)) break;
    ahead = next.map((weight, i) => weight + ((step - 1) / (step + 2)) * (weight - (last[i] as number)));
  }
  return weights;
}
