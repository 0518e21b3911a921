import { allRows } from '../training/ensemble.ts';
import { expectInteger } from '../expect.ts';
import { createRandom, shuffle } from '../random/random.ts';

/** Row numbers of two parts that share none. */
export interface Split {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * Draws training and test rows without replacement, every choice equally likely.
 *
 * @param rows how many rows there are
 * @param train how many of them to train on
 * @param seed whole number from 0 to 2^32 - 1
 * @param test how many others to test on; all of them if not given
 * @throws RangeError that names the argument
 */
export function splitRows(rows: number, train: number, seed: number, test = rows - train): Split {
  expectInteger('rows', rows, 2);
  expectInteger('train', train, 1, rows - 1);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  expectInteger('test', test, 1, rows - train);
  const order = shuffle(allRows(rows), createRandom(seed, 'split'));
  return { train: order.slice(0, train), test: order.slice(train, train + test) };
}
