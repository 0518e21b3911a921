import type { DataSet } from '../../core/data/data-set.ts';
import { scaleDigits } from '../../core/data/digits.ts';
import { readData, readTable } from '../read-data.ts';
import { digitSamples, samplesPerDigit, type DigitSamples } from './digits.ts';

/** All 1,797 digits in Node, pixels from 0 to 1. */
export async function readDigits(): Promise<DataSet> {
  return scaleDigits(await readTable('digits'));
}

/** All digits in Node, by what they show: for the pictures that figures show before they are touched. */
export async function readDigitSamples(): Promise<DigitSamples> {
  return digitSamples(await readTable('digits'));
}

/** The text of the file of sampled digits: the first images of each digit, in the order of the whole file. */
export async function sampledDigitsFile(): Promise<string> {
  const [head, ...rows] = (await readData('digits.csv')).trim().split('\n');
  const taken = new Map<string, number>();
  const sample = rows.filter((row) => {
    const digit = row.slice(row.lastIndexOf(',') + 1);
    const before = taken.get(digit) ?? 0;
    taken.set(digit, before + 1);
    return before < samplesPerDigit;
  });
  return `${[head, ...sample].join('\n')}\n`;
}
