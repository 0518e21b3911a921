import { allRows } from '../training/ensemble.ts';
import { expectNumber } from '../expect.ts';
import { createRandom, shuffle } from '../random/random.ts';
import type { DataSet } from './data-set.ts';
import { planeSets, type PlaneSetName } from './plane-sets.ts';

/** A two-class set in the plane, some of whose labels are wrong. */
interface MislabeledSet extends DataSet {
  /** 1 where the label is the other class, `[rows]`. */
  readonly flipped: Uint8Array;
}

/**
 * Makes a two-class set in the plane and gives some rows the other class. Under one seed a larger share flips the same rows and
 * some more.
 *
 * @param count number of points, 2 to 100,000
 * @param noise standard deviation of the noise in both coordinates, 0 to 2
 * @param share of the labels that is flipped, 0 to 1, rounded to a whole number of rows
 * @param seed whole number from 0 to 2^32 - 1
 * @throws RangeError that names the argument
 */
export function mislabeledPlaneSet(
  name: PlaneSetName,
  count: number,
  noise: number,
  share: number,
  seed: number,
): MislabeledSet {
  expectNumber('share', share, 0, 1);
  const set = planeSets[name](count, noise, seed);
  const flipped = new Uint8Array(count);
  const order = shuffle(allRows(count), createRandom(seed, 'wrong labels'));
  for (const row of order.subarray(0, Math.round(share * count))) flipped[row] = 1;
  return { ...set, labels: set.labels.map((label, row) => (flipped[row] === 1 ? 1 - label : label)), flipped };
}
