import { combine } from '../../core/geometry/combination.ts';
import { roundedWeights } from '../../core/geometry/combination-weights.ts';
import { weightsToward } from '../../core/geometry/combination.ts';
import type { Place } from '../plane/surface-point.ts';

/** Shares of three classes: none negative, sum 1. */
export type Shares = readonly [number, number, number];

/** Height of a triangle with equal sides of length 1. */
export const triangleHeight = Math.sqrt(3) / 2;

/** Where the three one-hot labels lie: left, right, and on top. */
const corners = [
  [0, 0],
  [1, 0],
  [0.5, triangleHeight],
];

/** Shares are kept in hundredths. */
const partsPerUnit = 100;

/** The place of a label in the triangle. */
export function placeOfShares(shares: Shares): Place {
  const [x, y] = combine(corners, shares);
  return { x: x as number, y: y as number };
}

/** The label at a place, in hundredths; a place outside counts as the nearest one inside. */
export function sharesAt({ x, y }: Place): Shares {
  const shares = weightsToward(corners, [1 / 3, 1 / 3, 1 / 3], [x, y], { least: 0, greatest: 1, sum: 1 });
  return roundedWeights(shares, partsPerUnit) as [number, number, number] & number[];
}

/** The weight of the first of two labels, in hundredths, whose mixture is nearest to a place. */
export function lambdaAt(first: Shares, second: Shares, lambda: number, { x, y }: Place): number {
  const ends = [first, second].map((shares) => combine(corners, shares));
  const weights = weightsToward(ends, [lambda, 1 - lambda], [x, y], { least: 0, greatest: 1, sum: 1 });
  return roundedWeights(weights, partsPerUnit)[0] as number;
}

/** Both labels mixed: `lambda` of the first, the rest of the second. */
export function mixedShares(first: Shares, second: Shares, lambda: number): Shares {
  return combine([first, second], [lambda, 1 - lambda]) as [number, number, number] & number[];
}

/** A small triangle of the large one: its corners and the label in its middle. */
interface SimplexTile {
  readonly corners: readonly [Place, Place, Place];
  readonly middle: Shares;
}

/** The triangle cut into `perSide ** 2` equal tiles, so that every edge is a line of equal shares. */
export function simplexTiles(perSide: number): SimplexTile[] {
  const tile = (...given: [Shares, Shares, Shares]): SimplexTile => ({
    corners: given.map(placeOfShares) as unknown as SimplexTile['corners'],
    middle: combine(given, [1 / 3, 1 / 3, 1 / 3]) as [number, number, number] & number[],
  });
  const label = (b: number, c: number): Shares => [(perSide - b - c) / perSide, b / perSide, c / perSide];
  const tiles: SimplexTile[] = [];
  for (let c = 0; c < perSide; c += 1) {
    for (let b = 0; b < perSide - c; b += 1) {
      tiles.push(tile(label(b, c), label(b + 1, c), label(b, c + 1)));
      if (b + c + 2 <= perSide) tiles.push(tile(label(b + 1, c), label(b + 1, c + 1), label(b, c + 1)));
    }
  }
  return tiles;
}
