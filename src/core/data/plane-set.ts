import { expectInteger, expectNumber } from '../expect.ts';
import { createRandom, randomNormal, type Random } from '../random/random.ts';
import type { DataSet } from './data-set.ts';

/** A point of the plane. */
type Point = readonly [x: number, y: number];

/** Makes a two-class set in the plane; see {@link createPlaneSet}. */
export type PlaneSetGenerator = (count: number, noise: number, seed: number) => DataSet;

/**
 * Makes a two-class set in the plane from a rule that places one point of a class, plus Gaussian noise.
 *
 * Classes alternate row by row, so any even number of first rows is balanced. Places and noise come from streams of their
 * own: under one seed, more noise moves the same points further, and more points leave the first ones where they are.
 *
 * @param name names the streams of random numbers
 * @param place gives a point without noise, for label 0 (class A) or 1 (class B)
 * @param count number of points, 2 to 100,000
 * @param noise standard deviation of the noise in both coordinates, 0 to 2
 * @param seed whole number from 0 to 2^32 - 1
 * @throws RangeError that names the argument
 */
export function createPlaneSet(
  name: string,
  place: (label: 0 | 1, random: Random) => Point,
  count: number,
  noise: number,
  seed: number,
): DataSet {
  expectInteger('count', count, 2, 100_000);
  expectNumber('noise', noise, 0, 2);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  const places = createRandom(seed, name, 'places');
  const moves = createRandom(seed, name, 'noise');
  const inputs = new Float32Array(2 * count);
  const labels = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const label = row % 2 === 0 ? 0 : 1;
    const [x, y] = place(label, places);
    inputs[2 * row] = x + noise * randomNormal(moves);
    inputs[2 * row + 1] = y + noise * randomNormal(moves);
    labels[row] = label;
  }
  return { inputs, labels, classes: 2, width: 2 };
}
