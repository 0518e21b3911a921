import { contours } from 'd3-contour';
import { expectFinite, expectInteger, expectLength } from '../../core/expect.ts';
import { boxSide, compactPath, type Corner } from '../chart/compact-path.ts';

/** The part of a field in which it is at least `threshold`, as SVG path data in the drawing box. */
interface FieldBand {
  readonly threshold: number;
  readonly path: string;
}

/** A field on a grid of cells that tile the plot: row by row, row 0 at the bottom, each value at its cell's center. */
interface Field {
  readonly values: ArrayLike<number>;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Filled contour bands of a field: paint them in order, each over the ones before.
 *
 * @param values `columns * rows` finite numbers, row by row, row 0 at the bottom, each at the center of its cell
 * @param columns cells side by side, at least 2
 * @param rows cells on top of each other, at least 2
 * @param thresholds lower bounds of the bands, rising
 * @returns one band for each threshold, in the box of side {@link boxSide} with y down; its path is empty where the field stays below
 */
export function fieldBands(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  thresholds: readonly number[],
): FieldBand[] {
  const rings = fieldRings({ values, columns, rows });
  return thresholds.map((threshold) => ({
    threshold,
    path: rings(threshold)
      .map((ring) => compactPath(ring, true))
      .join(''),
  }));
}

/**
 * The contour line of a field at one level, without the sides of the plot; arguments as in {@link fieldBands}.
 *
 * @returns SVG path data in the drawing box; empty where the field does not cross the level
 */
export function contourLine(values: ArrayLike<number>, columns: number, rows: number, level: number): string {
  return fieldRings({ values, columns, rows })(level)
    .flatMap(inside)
    .map((corners) => compactPath(corners, false))
    .join('');
}

function fieldRings({ values, columns, rows }: Field): (threshold: number) => Corner[][] {
  expectInteger('columns', columns, 2, 1024);
  expectInteger('rows', rows, 2, 1024);
  expectLength('values', values, columns * rows, 'values (columns times rows)');
  expectFinite('values', values);
  const padded = withRepeatedRim(values, columns, rows);
  const generator = contours().size([columns + 2, rows + 2]);
  return (threshold) =>
    generator.contour(padded, threshold).coordinates.flatMap((polygon) =>
      polygon.map((ring) =>
        ring.map((position): Corner => {
          const [x, y] = position as [number, number];
          return [clamp((x - 1) / columns), clamp(1 - (y - 1) / rows)];
        }),
      ),
    );
}

const clamp = (share: number): number => boxSide * Math.min(1, Math.max(0, share));

/** Contours end half a cell before the grid does; a rim that repeats the outermost values carries them over the edge. */
function withRepeatedRim(values: ArrayLike<number>, columns: number, rows: number): number[] {
  const padded: number[] = [];
  for (let row = -1; row <= rows; row += 1) {
    const start = columns * Math.min(rows - 1, Math.max(0, row));
    for (let column = -1; column <= columns; column += 1) {
      padded.push(values[start + Math.min(columns - 1, Math.max(0, column))] as number);
    }
  }
  return padded;
}

/** Cuts a closed ring into the stretches that do not run along a side of the box. */
function inside(ring: readonly Corner[]): Corner[][] {
  const stretches: Corner[][] = [];
  let current: Corner[] = [];
  for (let i = 1; i < ring.length; i += 1) {
    const from = ring[i - 1] as Corner;
    const to = ring[i] as Corner;
    if (onOneSide(from, to)) {
      if (current.length > 1) stretches.push(current);
      current = [];
    } else {
      if (current.length === 0) current.push(from);
      current.push(to);
    }
  }
  if (current.length > 1) stretches.push(current);
  return stretches;
}

const onOneSide = (a: Corner, b: Corner): boolean =>
  [0, 1].some((axis) => a[axis] === b[axis] && (a[axis] === 0 || a[axis] === boxSide));
