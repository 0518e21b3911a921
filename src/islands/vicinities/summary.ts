import type { DataSet } from '../../core/data/data-set.ts';
import { plane, type Tally } from './tally.ts';

/** A tally in a few numbers. Shares are in [0, 1], and 0 where there is nothing to take them of. */
export interface Summary {
  /** Share of the plane's cells that hold at least one virtual example. */
  readonly reached: number;
  /** Share of these cells in which the mean label is no whole one: between 5 and 95 % of either class. */
  readonly mixed: number;
  /** Share of the virtual examples that lie in the cell of a real one. */
  readonly onExamples: number;
  /** Share of the virtual examples that lie outside the plot. */
  readonly outside: number;
}

/** Sums a tally up. */
export function summarize({ counts, labelSums, drawn }: Tally, examples: DataSet): Summary {
  const reached = Array.from(counts.keys()).filter((cell) => (counts[cell] as number) > 0);
  const mixed = reached.filter((cell) => {
    const label = (labelSums[cell] as number) / (counts[cell] as number);
    return label > 0.05 && label < 0.95;
  });
  const sum = (cells: Iterable<number>): number =>
    [...cells].reduce((total, cell) => total + (counts[cell] as number), 0);
  return {
    reached: reached.length / counts.length,
    mixed: share(mixed.length, reached.length),
    onExamples: share(sum(cellsOf(examples)), drawn),
    outside: share(drawn - sum(reached), drawn),
  };
}

/** The cells that hold a real example, each once. */
export function cellsOf({ inputs, labels }: DataSet): Set<number> {
  const { x, y, columns, rows } = plane;
  const place = (value: number, [least, greatest]: readonly [number, number], parts: number): number =>
    Math.floor(((value - least) / (greatest - least)) * parts);
  return new Set(
    Array.from(labels.keys(), (row) => {
      const column = place(inputs[2 * row] as number, x, columns);
      return place(inputs[2 * row + 1] as number, y, rows) * columns + column;
    }),
  );
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
