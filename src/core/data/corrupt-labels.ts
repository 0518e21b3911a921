import { allRows } from '../training/ensemble.ts';
import { expectIndices, expectInteger, expectNumber } from '../expect.ts';
import { createRandom, randomInteger, shuffle } from '../random/random.ts';

/** Labels of which some are wrong. */
interface CorruptedLabels {
  /** `[rows]`. */
  readonly labels: Uint8Array;
  /** 1 where the label differs from the original, `[rows]`. */
  readonly corrupted: Uint8Array;
}

/**
 * Replaces a share of the labels by classes drawn uniformly from *all* classes, as Sec. 3.4 of the paper does after Zhang et
 * al. 2017 (arXiv 1611.03530). A draw can hit the right class, so about share (1 - 1 / classes) end up wrong.
 *
 * Under one seed a larger share replaces the same labels in the same way, and some more.
 *
 * @param labels the right labels, `[rows]`; left unchanged
 * @param share of the rows whose label is replaced, 0 to 1, rounded to a whole number of rows
 * @param seed whole number from 0 to 2^32 - 1
 * @param rows the rows among which to replace, such as the training rows; all if not given
 * @throws RangeError that names the argument
 */
export function corruptLabels(
  labels: Uint8Array,
  classes: number,
  share: number,
  seed: number,
  rows: Uint32Array = allRows(labels.length),
): CorruptedLabels {
  expectInteger('classes', classes, 2, 256);
  expectIndices('labels', labels, classes);
  expectNumber('share', share, 0, 1);
  expectInteger('seed', seed, 0, 2 ** 32 - 1);
  expectIndices('rows', rows, labels.length);
  const changed = Uint8Array.from(labels);
  const random = createRandom(seed, 'wrong labels');
  const order = shuffle(Uint32Array.from(rows), createRandom(seed, 'rows with wrong labels'));
  for (const row of order.subarray(0, Math.round(share * rows.length))) changed[row] = randomInteger(random, classes);
  return { labels: changed, corrupted: changed.map((label, row) => (label === labels[row] ? 0 : 1)) };
}
