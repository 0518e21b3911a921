import { readFile } from 'node:fs/promises';
import { parseTable, type LabeledTable } from '../../src/core/data/table.ts';

/** A table of real measurements that readers download, as it comes from its file. */
export async function readTable(name: string): Promise<LabeledTable> {
  return parseTable(await readFile(new URL(`../../public/data/${name}.csv`, import.meta.url), 'utf8'), `${name}.csv`);
}
