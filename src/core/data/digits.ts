import { square } from '../elementary/whole-power.ts';
import { expectLength, expectWithin } from '../expect.ts';
import type { DataSet } from './data-set.ts';

/** Pixels along each side of a digit. */
export const digitSide = 8;

/** The brightest pixel of the file. */
const brightest = 16;

/**
 * Scales the 8x8 digits' pixels from 0..16 to 0..1.
 *
 * @param table digits as they come from the file, 64 pixels a row
 * @throws RangeError if there are not 64 pixels or one is out of range
 */
export function scaleDigits<T extends DataSet>(table: T): T {
  expectLength('table.inputs', table.inputs, table.labels.length * square(digitSide), 'pixels, 64 for each label');
  expectWithin('table.inputs', table.inputs, 0, brightest);
  return { ...table, inputs: table.inputs.map((pixel) => pixel / brightest) };
}
