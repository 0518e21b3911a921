import type { DataSet } from '../../core/data/data-set.ts';

let digits: Promise<DataSet> | undefined;

/** All 1,797 digits, pixels scaled to 0..1, fetched once for all studies of a page; a failed download is tried again. */
export function fetchDigitsOnce(): Promise<DataSet> {
  digits ??= fetchDigits().catch((error: unknown) => {
    digits = undefined;
    throw error;
  });
  return digits;
}

async function fetchDigits(): Promise<DataSet> {
  const [{ parseTable }, { scaleDigits }, response] = await Promise.all([
    import('../../core/data/table.ts'),
    import('../../core/data/digits.ts'),
    fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/digits.csv`),
  ]);
  if (!response.ok)
    throw new Error(`The digits could not be fetched (status ${response.status}). Check the connection and try again.`);
  return scaleDigits(parseTable(await response.text(), 'digits.csv'));
}
