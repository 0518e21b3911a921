import type { DataSet } from '../../core/data/data-set.ts';
import { scaleDigits } from '../../core/data/digits.ts';
import { fetchTable } from './fetch-table.ts';

let digits: Promise<DataSet> | undefined;

/** All 1,797 digits, pixels from 0 to 1, fetched once for all studies of a page; a failed download is tried again. */
export function fetchDigitTable(): Promise<DataSet> {
  digits ??= fetchTable('digits')
    .then(scaleDigits)
    .catch((error: unknown) => {
      digits = undefined;
      throw error;
    });
  return digits;
}
