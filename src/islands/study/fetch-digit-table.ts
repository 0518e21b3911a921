import type { DataSet } from '../../core/data/data-set.ts';
import { scaleDigits } from '../../core/data/digits.ts';
import { parseTable } from '../../core/data/table.ts';

let table: Promise<DataSet> | undefined;

/** All 1,797 digits, pixels from 0 to 1, fetched once for all studies of a page; a failed download is tried again. */
export function fetchDigitTable(): Promise<DataSet> {
  table ??= fetchTable().catch((error: unknown) => {
    table = undefined;
    throw error;
  });
  return table;
}

async function fetchTable(): Promise<DataSet> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/digits.csv`);
  if (!response.ok)
    throw new Error(`The digits could not be fetched (status ${response.status}). Check the connection and try again.`);
  return scaleDigits(parseTable(await response.text(), 'digits'));
}
