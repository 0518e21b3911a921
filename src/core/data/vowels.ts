import { expectInteger } from '../expect.ts';
import type { DataSet } from './data-set.ts';
import type { LabeledTable } from './table.ts';

/** Recordings of vowels, with who spoke each. */
export interface SpokenVowels {
  /** Nine measures of each recording, and which of the 11 vowels it is. */
  readonly recordings: DataSet;
  /** Who spoke each, from 0 to 14, `[rows]`; the first eight are those that others trained on. */
  readonly speakers: Uint8Array;
}

/** How many people speak. */
export const speakerCount = 15;

/**
 * Takes the speaker, the first column of the file, apart from what was measured.
 *
 * @param table the speaker, 1 to 15, and the measures in each row
 * @throws RangeError if there is another speaker
 */
export function spokenVowels({ inputs, labels, classes, width }: LabeledTable): SpokenVowels {
  const measures = width - 1;
  const rows = Array.from(labels.keys());
  const speakers = rows.map(
    (row) => expectInteger(`speaker of row ${row}`, inputs[row * width] as number, 1, speakerCount) - 1,
  );
  const recordings = new Float32Array(labels.length * measures);
  for (const row of rows) recordings.set(inputs.subarray(row * width + 1, (row + 1) * width), row * measures);
  return { recordings: { inputs: recordings, labels, classes, width: measures }, speakers: Uint8Array.from(speakers) };
}
