import type { DataSet } from '../core/data/data-set.ts';
import type { Split } from '../core/data/split-rows.ts';
import { fitStandardization, standardize } from '../core/data/standardize.ts';

/** A table as an ensemble holds it whose seeds train on splits of their own. */
interface StandardizedCopies {
  /** The copies one after another, `[splits, rows, width]`: an ensemble has a single table. */
  readonly inputs: Float32Array;
  /** `[splits, rows]` */
  readonly labels: Uint8Array;
  /** The training rows of each split, counted in all copies. */
  readonly trainingRows: readonly Uint32Array[];
  /** The inputs of each copy, `[rows, width]`. */
  readonly copies: readonly Float32Array[];
}

/** A copy of a table for each split, every column standardized on the split's training rows. */
export function standardizedCopies(table: DataSet, splits: readonly Split[]): StandardizedCopies {
  const rows = table.labels.length;
  const copies = splits.map(({ train }) =>
    standardize(table.inputs, fitStandardization(table.inputs, table.width, train)),
  );
  const inputs = new Float32Array(splits.length * table.inputs.length);
  copies.forEach((copy, s) => inputs.set(copy, s * table.inputs.length));
  return {
    inputs,
    labels: Uint8Array.from({ length: splits.length * rows }, (_, row) => table.labels[row % rows] as number),
    trainingRows: splits.map(({ train }, s) => train.map((row) => s * rows + row)),
    copies,
  };
}

/** The most log-probabilities that a part asks for at once: 16 MB. */
const mostAnswers = 4e6;

/**
 * Seeds in groups that share a part, whose members each answer the rows of all of the group's splits.
 *
 * @param answers how many log-probabilities one seed's members give for the rows of one split
 */
export function groupsOfSplits(seeds: readonly number[], answers: number): (readonly number[])[] {
  const together = Math.max(1, Math.floor(Math.sqrt(mostAnswers / answers)));
  const groups = Math.ceil(seeds.length / together);
  return Array.from({ length: groups }, (_, g) => seeds.slice(g * together, (g + 1) * together));
}
