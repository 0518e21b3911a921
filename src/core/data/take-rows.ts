import { expectIndices } from '../expect.ts';
import type { DataSet } from './data-set.ts';

/**
 * Copies some rows of a data set, in the order given.
 *
 * @throws RangeError if a row is not there
 */
export function takeRows({ inputs, labels, classes, width }: DataSet, rows: Uint32Array): DataSet {
  expectIndices('rows', rows, labels.length);
  const taken = new Float32Array(rows.length * width);
  rows.forEach((row, k) => taken.set(inputs.subarray(row * width, (row + 1) * width), k * width));
  return { inputs: taken, labels: Uint8Array.from(rows, (row) => labels[row] as number), classes, width };
}
