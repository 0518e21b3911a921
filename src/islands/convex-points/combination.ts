import { combine, weightsToward } from '../../core/geometry/combination.ts';
import { nearestWeights, roundedWeights, type WeightBounds } from '../../core/geometry/combination-weights.ts';
import type { Place } from '../../figures/plane/surface-point.ts';
import type { WeightRule } from './parameters.ts';
import type { PointEdit } from '../../parameters/point-edit.ts';
import { animals, fewestAnimals } from './animals.ts';

/** What the reader set: as many points as there are weights. */
export interface Combination {
  readonly rule: WeightRule;
  /** In hundredths, so that the numbers shown are the numbers drawn. */
  readonly weights: readonly number[];
  /** Where points were moved to. */
  readonly moved: readonly PointEdit[];
}

/** The weights that each rule allows. */
export const ruleBounds: Readonly<Record<WeightRule, WeightBounds>> = {
  convex: { least: 0, greatest: 1, sum: 1 },
  affine: { least: -1, greatest: 2, sum: 1 },
  linear: { least: -1, greatest: 2 },
};

const partsPerUnit = 100;

/** Where the points lie. */
export function placesOf({ weights, moved }: Combination): Place[] {
  return animals.slice(0, weights.length).map(({ x, y }, index) => {
    const edit = moved.find((one) => one.index === index);
    return edit && !('removed' in edit) ? { x: edit.x, y: edit.y } : { x, y };
  });
}

/** Where the weighted sum of the points lies. */
export function mixtureOf(combination: Combination): Place {
  const [x, y] = combine(coordinatesOf(combination), combination.weights);
  return { x: x as number, y: y as number };
}

/** The combination with its weights brought to the nearest ones that its rule allows. */
export function conformed(combination: Combination): Combination {
  return withWeights(combination, nearestWeights(combination.weights, ruleBounds[combination.rule]));
}

/** One weight set. Where the rule wants a sum of 1 the others make room, all by as much as each can. */
export function withWeight(combination: Combination, index: number, value: number): Combination {
  const { least, greatest, sum } = ruleBounds[combination.rule];
  const rest = combination.weights.filter((_, i) => i !== index);
  const others = nearestWeights(rest, { least, greatest, ...(sum !== undefined && { sum: sum - value }) });
  return withWeights(combination, others.toSpliced(index, 0, value));
}

/** Another rule; weights that it does not allow become the nearest that it does. */
export function withRule(combination: Combination, rule: WeightRule): Combination {
  return conformed({ ...combination, rule });
}

/** A point moved; the weights stay. */
export function withPoint(combination: Combination, index: number, place: Place): Combination {
  const others = combination.moved.filter((edit) => edit.index !== index);
  return { ...combination, moved: [...others, { index, ...place, label: 0 }] };
}

/** More points, which come with weight 0, or fewer. */
export function withCount(combination: Combination, count: number): Combination {
  const bounded = Math.min(animals.length, Math.max(fewestAnimals, count));
  const weights = Array.from({ length: bounded }, (_, i) => combination.weights[i] ?? 0);
  const moved = combination.moved.filter(({ index }) => index < bounded);
  return conformed({ ...combination, weights, moved });
}

/** The mixture dragged: the weights change so that it comes as near as they can bring it. */
export function withMixtureAt(combination: Combination, { x, y }: Place): Combination {
  const { rule, weights } = combination;
  return withWeights(combination, weightsToward(coordinatesOf(combination), weights, [x, y], ruleBounds[rule]));
}

const coordinatesOf = (combination: Combination): number[][] => placesOf(combination).map(({ x, y }) => [x, y]);

const withWeights = (combination: Combination, weights: readonly number[]): Combination => ({
  ...combination,
  weights: roundedWeights(weights, partsPerUnit),
});
