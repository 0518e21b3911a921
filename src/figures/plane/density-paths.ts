import { expectInteger, expectLength, expectNumber } from '../../core/expect.ts';
import { labelColor } from '../label/label-color.ts';

/** A step of the density scale: how dense an area is at least, and how strongly it is painted. */
interface DensityStep {
  /** As a multiple of what even spreading over the whole plot would give; the first step is anything above zero. */
  readonly least: number;
  /** Opacity of the label's color, in (0, 1]. */
  readonly strength: number;
}

/** The steps of the density scale, from faint to strong. Each is at least twice as dense as the one before. */
export const densitySteps: readonly DensityStep[] = [0, 0.5, 1, 2, 4, 8, 16, 64].map((least, i, all) => ({
  least,
  strength: Math.round(100 * (0.12 + (0.88 * i) / (all.length - 1))) / 100,
}));

/** Points counted on a grid of cells that tile the plot, row by row, row 0 at the bottom. */
export interface CellCounts {
  /** Points in each cell, `[rows * columns]`. */
  readonly counts: ArrayLike<number>;
  /** Sum of the weights of class B of the points in each cell, `[rows * columns]`. */
  readonly labelSums: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
}

/** All cells of one color and strength as one path; cells beside each other are merged. */
interface DensityPath {
  readonly color: string;
  readonly strength: number;
  readonly path: string;
}

/** Mean labels are told apart in tenths. */
const labelSteps = 10;

/**
 * A density with mean labels as a few paths: the color is the mean label of a cell, its strength the density.
 *
 * @param cells what was counted
 * @param total number of points that the density is a share of, those outside the plot included
 * @returns paths in a box of `columns` by `rows` units with y down; empty cells are left blank
 * @throws RangeError that names the argument
 */
export function densityPaths({ counts, labelSums, columns, rows }: CellCounts, total: number): DensityPath[] {
  expectInteger('columns', columns, 1, 1024);
  expectInteger('rows', rows, 1, 1024);
  const cells = columns * rows;
  expectLength('counts', counts, cells, 'counts (columns times rows)');
  expectLength('labelSums', labelSums, cells, 'sums (columns times rows)');
  expectNumber('total', total, 0);
  const kindOf = (row: number, column: number): number => {
    if (column >= columns) return -1;
    const cell = row * columns + column;
    const count = counts[cell] as number;
    if (count === 0) return 0;
    const share = (labelSums[cell] as number) / count;
    const label = Math.round(labelSteps * Math.min(1, Math.max(0, share)));
    return 1 + densityStepOf((count / total) * cells) * (labelSteps + 1) + label;
  };
  const paths = new Map<number, string>();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns;) {
      const start = column;
      const kind = kindOf(row, start);
      while (kindOf(row, column) === kind) column += 1;
      if (kind > 0)
        paths.set(kind, `${paths.get(kind) ?? ''}M${start} ${rows - 1 - row}h${column - start}v1h${start - column}z`);
    }
  }
  return [...paths]
    .sort(([a], [b]) => a - b)
    .map(([kind, path]) => ({
      color: labelColor(((kind - 1) % (labelSteps + 1)) / labelSteps),
      strength: (densitySteps[Math.floor((kind - 1) / (labelSteps + 1))] as DensityStep).strength,
      path,
    }));
}

/** The number of the highest step that a density above 0 reaches. */
function densityStepOf(density: number): number {
  return densitySteps.findLastIndex(({ least }) => density >= least);
}
