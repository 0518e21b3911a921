import { readFile } from 'node:fs/promises';
import type { PictureSet } from '../core/data/pictures.ts';
import { parseTable, type LabeledTable } from '../core/data/table.ts';
import type { PackedFile } from './packed-file.ts';
import { openPictures } from './picture-file.ts';

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
  return new TextDecoder().decode(await readBytes(`public/data/${file}`));
}

/** The packed pictures of a data set, checked as in a browser. */
export async function readPictures(packed: PackedFile): Promise<PictureSet> {
  return openPictures(await readBytes(`public/data/${packed.file}`), packed);
}

/** The bytes of a file of this project. @throws Error that says which file, from which folder, if it cannot be read */
export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new Error(`${path} could not be read in ${process.cwd()}. Run this in the project's own folder.`, { cause });
  }
}

/** A table of real measurements, as it comes from its file. @param name of the file, without its ending */
export async function readTable(name: string): Promise<LabeledTable> {
  return parseTable(await readData(`${name}.csv`), `${name}.csv`);
}
