import { expectInteger, expectLength } from '../core/expect.ts';
import { predictedClass } from '../core/statistics/log-probabilities.ts';

/*
 * Which test rows a network answered right. They are kept as a text: a bit for each row in the order of the seed's test rows, the first one the
 * lowest of the first byte, in base64.
 */

/**
 * Which rows a network answers right, 1 or 0 each; none, if it diverged.
 *
 * @param logs log-probabilities, `[rows, classes]`
 * @param labels right ones, `[rows]`
 */
export function hitsAmong(logs: Float32Array, labels: Uint8Array, classes: number): Uint8Array {
  if (logs.some(Number.isNaN)) return new Uint8Array(labels.length);
  return labels.map((label, row) => Number(predictedClass(logs, row, classes) === label));
}

/** @param hits 1 for rows answered right, else 0, `[rows]` */
export function packHits(hits: ArrayLike<number>): string {
  const bytes = new Uint8Array(Math.ceil(hits.length / 8));
  for (let row = 0; row < hits.length; row += 1)
    bytes[row >> 3] = (bytes[row >> 3] as number) | (Number(hits[row] === 1) << (row & 7));
  return btoa(String.fromCharCode(...bytes));
}

/**
 * Reads what {@link packHits} wrote.
 *
 * @param rows how many there are
 * @returns 1 or 0 for each row
 * @throws RangeError if the text is not of so many rows
 */
export function openHits(text: string, rows: number): Uint8Array {
  expectInteger('rows', rows, 1);
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  expectLength('hits', bytes, Math.ceil(rows / 8), `bytes for ${rows} rows`);
  const bits = Uint8Array.from(
    { length: 8 * bytes.length },
    (_, row) => ((bytes[row >> 3] as number) >> (row & 7)) & 1,
  );
  expectInteger('hits beyond the last row', bits.subarray(rows).filter((bit) => bit === 1).length, 0, 0);
  return bits.subarray(0, rows);
}
