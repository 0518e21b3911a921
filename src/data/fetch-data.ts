import { expectFormat } from '../core/data/file-format.ts';
import type { PictureSet } from '../core/data/pictures.ts';
import { parseTable, type LabeledTable } from '../core/data/table.ts';
import type { PackedFile } from './packed-file.ts';
import { openPictures } from './picture-file.ts';

/** A download made once for all figures of a page; after one that failed, the next to ask tries again. */
export function fetchOnce<T>(download: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  return () => {
    fetched ??= download().catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  };
}

const tables = new Map<string, () => Promise<LabeledTable>>();

/**
 * A table of `public/data/`, fetched once for all figures of a page.
 *
 * @param name of the file, without its ending
 * @throws Error with a sentence for the reader, if the file cannot be had
 * @throws RangeError that names the first fault in it
 */
export function fetchTable(name: string): Promise<LabeledTable> {
  const fetcher = tables.get(name) ?? fetchOnce(async () => parseTable(await fetchData(`${name}.csv`), `${name}.csv`));
  tables.set(name, fetcher);
  return fetcher();
}

/**
 * A JSON file of the site's own, in the format that this page reads.
 *
 * @param name of the file, without its ending
 * @param watch how many bytes it has, and who is told how much of it has come
 * @throws Error with a sentence for the reader, if the file cannot be had, or is of another format, as after a new version of
 * the site
 */
export async function fetchFormatted(
  name: string,
  watch?: { readonly bytes: number; readonly onProgress: FetchProgress },
): Promise<Readonly<Record<string, unknown>>> {
  const file = `${name}.json`;
  const text = await (watch
    ? fetchBelowData(file, async (response) =>
        new TextDecoder().decode(await readBytes(response, watch.bytes, watch.onProgress)),
      )
    : fetchData(file));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The data (${file}) did not arrive whole. Check the connection and try again.`, { cause });
  }
  return expectFormat(file, content, 'Reload the page to get both anew.');
}

/** Tells whoever waits how much of a file has come, from 0 to 1. */
export type FetchProgress = (share: number) => void;

/**
 * A file of packed pictures, checked against what the page expects of it.
 *
 * @throws Error with a sentence for the reader, if the file cannot be had, was cut short or is another one
 */
export async function fetchPictures(packed: PackedFile, onProgress?: FetchProgress): Promise<PictureSet> {
  return openPictures(await fetchPacked(packed, onProgress), packed);
}

/**
 * A packed file as it came, not yet checked.
 *
 * @param onProgress is told how much has come
 * @throws Error with a sentence for the reader, if the file cannot be had
 */
export function fetchPacked({ file, bytes }: PackedFile, onProgress?: FetchProgress): Promise<Uint8Array<ArrayBuffer>> {
  return fetchBelowData(file, (response) => readBytes(response, bytes, onProgress));
}

async function readBytes(response: Response, expected: number, onProgress?: FetchProgress) {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    onProgress?.(Math.min(1, length / expected));
  }
  const whole = new Uint8Array(length);
  let next = 0;
  for (const part of parts) {
    whole.set(part, next);
    next += part.length;
  }
  return whole;
}

/** The text of a file below `/data/`. @throws Error with a sentence for the reader, if it cannot be had */
function fetchData(file: string): Promise<string> {
  return fetchBelowData(file, (response) => response.text());
}

/** A file below `/data/`, read as `read` does. @throws Error with a sentence for the reader, if it cannot be had */
async function fetchBelowData<T>(file: string, read: (response: Response) => Promise<T>): Promise<T> {
  const sentence = (why: string): string =>
    `The data (${file}) could not be fetched${why}. Check the connection and try again.`;
  try {
    const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/${file}`);
    if (response.ok) return await read(response);
    throw new Error(sentence(` (status ${response.status})`));
  } catch (cause) {
    // Without a connection browsers throw, each in words of its own.
    if (cause instanceof TypeError) throw new Error(sentence(''), { cause });
    throw cause;
  }
}
