import { digitSide, scaleDigits } from '../../core/data/digits.ts';
import { parseTable } from '../../core/data/table.ts';

/** Images of each digit 0 to 9, each 64 pixels from 0 (paper) to 1 (ink), row by row. */
export type DigitSamples = readonly (readonly Float32Array[])[];

/** Reads the sample of the digits data set: CSV with 64 pixels from 0 to 16 and the digit on each line. */
export function parseDigits(text: string): DigitSamples {
  const { inputs, labels, classNames } = scaleDigits(parseTable(text, 'digits'));
  const pixels = digitSide ** 2;
  return Array.from({ length: 10 }, (_, digit) => {
    const label = classNames.indexOf(String(digit));
    const rows = Array.from(labels.keys()).filter((row) => labels[row] === label);
    return rows.map((row) => inputs.subarray(row * pixels, (row + 1) * pixels));
  });
}

/** Fetches the sample that the site ships. */
export async function fetchDigits(): Promise<DigitSamples> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/digits-sample.csv`);
  if (!response.ok)
    throw new Error(`The digits could not be fetched (status ${response.status}). Check the connection and try again.`);
  return parseDigits(await response.text());
}
