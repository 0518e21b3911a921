import { readFile } from 'node:fs/promises';
import type { DataSet } from '../../src/core/data/data-set.ts';
import { scaleDigits } from '../../src/core/data/digits.ts';
import { parseTable } from '../../src/core/data/table.ts';

/** The 8x8 handwritten digits that readers download, pixels scaled to 0..1. */
export async function readDigits(): Promise<DataSet> {
  const file = new URL('../../public/data/digits.csv', import.meta.url);
  return scaleDigits(parseTable(await readFile(file, 'utf8'), 'digits.csv'));
}
