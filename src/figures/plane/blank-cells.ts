import { boxSide } from '../chart/compact-path.ts';

/**
 * The cells of a field that hold no number, as SVG path data in the drawing box, with y down.
 *
 * @param values `cells * cells`, row by row, row 0 at the bottom; NaN where there is nothing
 */
export function blankPath(values: ArrayLike<number>, cells: number): string {
  const edge = (index: number): number => Math.round((boxSide * index) / cells);
  let path = '';
  for (let row = 0; row < cells; row += 1) {
    const [top, bottom] = [edge(cells - row - 1), edge(cells - row)];
    let start = -1;
    for (let column = 0; column <= cells; column += 1) {
      const isBlank = column < cells && Number.isNaN(values[row * cells + column]);
      if (isBlank && start < 0) start = column;
      if (isBlank || start < 0) continue;
      path += `M${edge(start)} ${top}H${edge(column)}V${bottom}H${edge(start)}z`;
      start = -1;
    }
  }
  return path;
}

/**
 * A field whose blank cells have the value of a near cell that is not, so that contours run on to the edge of what is blank.
 *
 * @param values as in {@link blankPath}, at least one of them a number
 */
export function filledIn(values: ArrayLike<number>, cells: number): Float64Array {
  const filled = Float64Array.from(values);
  let edge = Array.from(filled.keys()).filter((cell) => !Number.isNaN(filled[cell]));
  while (edge.length > 0) {
    const next: number[] = [];
    for (const cell of edge) {
      const column = cell % cells;
      for (const near of [cell - cells, cell + cells, column > 0 ? cell - 1 : -1, column < cells - 1 ? cell + 1 : -1]) {
        if (near < 0 || near >= filled.length || !Number.isNaN(filled[near])) continue;
        filled[near] = filled[cell] as number;
        next.push(near);
      }
    }
    edge = next;
  }
  return filled;
}
