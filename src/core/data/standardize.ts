import { square } from '../elementary/whole-power.ts';
import { expectFinite, expectIndices, expectInteger, expectLength } from '../expect.ts';

/** Mean and standard deviation of every column. */
interface Standardization {
  readonly means: Float64Array;
  /** Population standard deviations; 1 for a column that does not vary, so that it becomes 0. */
  readonly deviations: Float64Array;
}

/**
 * Measures the columns of a table over its training rows only: what is learned of test rows would be cheating.
 *
 * @param inputs `[rows, width]` row by row
 * @param rows the training rows
 * @throws RangeError that names the argument
 */
export function fitStandardization(inputs: Float32Array, width: number, rows: Uint32Array): Standardization {
  expectInteger('width', width, 1);
  expectInteger('rows.length', rows.length, 1);
  expectIndices('rows', rows, Math.floor(inputs.length / width));
  expectFinite('inputs', inputs);
  const means = new Float64Array(width);
  const deviations = new Float64Array(width);
  for (let c = 0; c < width; c += 1) {
    const column = Float64Array.from(rows, (row) => inputs[row * width + c] as number);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const variance = column.reduce((sum, value) => sum + square(value - mean), 0) / column.length;
    means[c] = mean;
    // Rounding of the mean leaves a constant column a variance of this order.
    deviations[c] = variance > 1e-24 * mean * mean ? Math.sqrt(variance) : 1;
  }
  return { means, deviations };
}

/**
 * Shifts and scales every column of a table to mean 0 and deviation 1 over the rows that were measured.
 *
 * @param inputs `[rows, width]`, where width is the length of the means; left unchanged
 * @throws RangeError if the inputs are not whole rows
 */
export function standardize(inputs: Float32Array, { means, deviations }: Standardization): Float32Array {
  const width = means.length;
  expectLength('inputs', inputs, Math.ceil(inputs.length / width) * width, `numbers (whole rows of ${width})`);
  return inputs.map((value, k) => (value - (means[k % width] as number)) / (deviations[k % width] as number));
}
