import { expectInteger, expectLength } from '../../core/expect.ts';

/** All pixels of one gray level as one path; pixels beside each other are merged. */
interface PixelPath {
  /** How much ink, in (0, 1]. */
  readonly ink: number;
  readonly path: string;
}

/**
 * A gray image as a few paths, in a box of `columns` by `rows` units, the first row on top.
 *
 * @param values `columns * rows` amounts of ink, row by row from the top; cut to [0, 1], rounded to levels
 * @param levels steps of ink that are told apart
 * @returns one path for each level above 0 that occurs, from light to dark
 */
export function pixelPaths(values: ArrayLike<number>, columns: number, rows: number, levels = 16): PixelPath[] {
  expectInteger('columns', columns, 1, 256);
  expectInteger('rows', rows, 1, 256);
  expectLength('values', values, columns * rows, 'values (columns times rows)');
  const level = (row: number, column: number): number =>
    column < columns ? Math.round(levels * Math.min(1, Math.max(0, values[row * columns + column] as number))) : -1;
  const paths = new Map<number, string>();
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns;) {
      const start = column;
      const ink = level(row, start);
      while (level(row, column) === ink) column += 1;
      if (ink > 0) paths.set(ink, `${paths.get(ink) ?? ''}M${start} ${row}h${column - start}v1h${start - column}z`);
    }
  }
  return [...paths].sort(([a], [b]) => a - b).map(([ink, path]) => ({ ink: ink / levels, path }));
}
