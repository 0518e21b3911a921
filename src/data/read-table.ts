import { readFile } from 'node:fs/promises';
import { parseTable, type LabeledTable } from '../core/data/table.ts';

/*
 * Data in Node: for the build, for scripts and for tests. What a reader's browser loads is in fetch-data.ts.
 */

/**
 * The text of a file that readers can download.
 *
 * @param file name in `public/data/`, with its ending
 * @throws Error that says which file, from which folder, if it cannot be read
 */
export async function readData(file: string): Promise<string> {
  const path = `public/data/${file}`;
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(`${path} could not be read in ${process.cwd()}. Run this in the project's own folder.`, { cause });
  }
}

/** A table of real measurements, as it comes from its file. @param name of the file, without its ending */
export async function readTable(name: string): Promise<LabeledTable> {
  return parseTable(await readData(`${name}.csv`), `${name}.csv`);
}
