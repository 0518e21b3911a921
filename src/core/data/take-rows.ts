import type { DataSet } from './data-set.ts';

/** Copies some rows of a data set, in the order given. */
export function takeRows({ inputs, labels, classes, width }: DataSet, rows: Uint32Array): DataSet {
  const taken = new Float32Array(rows.length * width);
  rows.forEach((row, k) => taken.set(inputs.subarray(row * width, (row + 1) * width), k * width));
  return { inputs: taken, labels: Uint8Array.from(rows, (row) => labels[row] as number), classes, width };
}
