import type { Place } from '../../figures/plane/surface-point.ts';
import type { Example } from './plane-examples.ts';

/** An example speaks for places no further away than this. */
export const reach = 0.16;

/** Places looked at between two examples, both ends included; fewer where all segments are followed. */
const places = 101;
const fewerPlaces = 41;

/** A stretch of the way from i to j, as shares of it. */
export type Stretch = readonly [from: number, to: number];

/** What lies on the way from i to j, and what mixup asks for there. */
interface AlongSegment {
  /** Stretches near examples of A, and of B. */
  readonly near: readonly [readonly Stretch[], readonly Stretch[]];
  /** Stretches near examples of the class that the blended label holds less of. */
  readonly wrong: readonly Stretch[];
  /** Which part of the way those are, from 0 to 1. */
  readonly share: number;
  /** Examples that are nearest somewhere there. */
  readonly crossed: readonly number[];
}

/** The place a share of the way from one to another. */
export const between = (from: Place, to: Place, share: number): Place => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/**
 * Follows the segment from example i to example j. A place belongs to the class of the nearest example, if that is within
 * {@link reach}.
 *
 * @param count of places looked at, both ends included
 */
export function followSegment(examples: readonly Example[], i: number, j: number, count = places): AlongSegment {
  const [from, to] = [examples[i] as Example, examples[j] as Example];
  const at = Array.from({ length: count }, (_, k) => {
    const share = k / (count - 1);
    const { index, distance } = nearestTo(examples, between(from, to, share));
    const ground = distance <= reach ? (examples[index] as Example).label : undefined;
    // Half way between two classes a blend asks for neither.
    const asked = share === 0.5 && from.label !== to.label ? undefined : share < 0.5 ? from.label : to.label;
    return { index, ground, isWrong: ground !== undefined && asked !== undefined && ground !== asked };
  });
  return {
    near: [stretches(at.map(({ ground }) => ground === 0)), stretches(at.map(({ ground }) => ground === 1))],
    wrong: stretches(at.map(({ isWrong }) => isWrong)),
    share: at.filter(({ isWrong }) => isWrong).length / count,
    crossed: [...new Set(at.filter(({ isWrong }) => isWrong).map(({ index }) => index))],
  };
}

/** From this part of its way on a segment counts as crossing the other class. */
const crossesFrom = 0.1;

/** Of all segments between two examples, the share that crosses the other class. */
export function crossingShare(examples: readonly Example[]): number {
  let [all, crossing] = [0, 0];
  for (let i = 0; i < examples.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      all += 1;
      crossing += Number(followSegment(examples, i, j, fewerPlaces).share >= crossesFrom);
    }
  }
  return crossing / all;
}

/** The example nearest to a place, and how far it is away. */
function nearestTo(examples: readonly Example[], { x, y }: Place): { index: number; distance: number } {
  let [index, least] = [-1, Infinity];
  for (let k = 0; k < examples.length; k += 1) {
    const example = examples[k] as Example;
    const square = (example.x - x) ** 2 + (example.y - y) ** 2;
    if (square < least) {
      index = k;
      least = square;
    }
  }
  return { index, distance: Math.sqrt(least) };
}

/** Where flags are set, half a place on either side. */
function stretches(flags: readonly boolean[]): Stretch[] {
  const found: [number, number][] = [];
  const at = (place: number): number => Math.min(1, Math.max(0, place / (flags.length - 1)));
  flags.forEach((flag, k) => {
    if (!flag) return;
    const last = found.at(-1);
    if (last && flags[k - 1]) last[1] = at(k + 0.5);
    else found.push([at(k - 0.5), at(k + 0.5)]);
  });
  return found;
}
