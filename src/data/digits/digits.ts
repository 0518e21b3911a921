import { digitSide, scaleDigits } from '../../core/data/digits.ts';
import type { LabeledTable } from '../../core/data/table.ts';
import { fetchOnce, fetchTable } from '../fetch-data.ts';

/** All 1,797 digits, pixels from 0 to 1, fetched once for all studies of a page. */
export const fetchDigitTable = fetchOnce(async () => scaleDigits(await fetchTable('digits')));

/** How many images of each digit the site ships for figures that blend them. */
export const samplesPerDigit = 20;

/** Images of each digit 0 to 9, each 64 pixels from 0 (paper) to 1 (ink), row by row. */
export type DigitSamples = readonly (readonly Float32Array[])[];

/** The sample of digits that figures blend, fetched once for all of a page. */
export const fetchDigitSamples = fetchOnce(async () => digitSamples(await fetchTable('digits-sample')));

/** Sorts images by their digit. @param table 64 pixels from 0 to 16 and the digit in each row */
export function digitSamples(table: LabeledTable): DigitSamples {
  const { inputs, labels, classNames } = scaleDigits(table);
  const pixels = digitSide * digitSide;
  return Array.from({ length: 10 }, (_, digit) => {
    const label = classNames.indexOf(String(digit));
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === label);
    return rows.map((row) => inputs.subarray(row * pixels, (row + 1) * pixels));
  });
}
