import { readFileSync } from 'node:fs';
import { parseTable } from '../core/data/table.ts';
import { digitSamples, type DigitSamples } from './digit-samples.ts';

/** The digits that the site ships, for the pictures that figures show before they are touched. */
export function shippedDigits(): DigitSamples {
  return digitSamples(parseTable(readFileSync('public/data/digits.csv', 'utf8'), 'digits'));
}
