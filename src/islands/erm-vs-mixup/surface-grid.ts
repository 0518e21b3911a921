/** The part of the plane that the surfaces show, and the cells it is divided into. */
export const surfaceGrid = { x: [-1.75, 1.75], y: [-1.75, 1.75], columns: 48, rows: 48 } as const;

/** Centers of the grid's cells, `[rows * columns, 2]`, row 0 at the bottom. */
export function cellCenters(): Float32Array {
  const { x, y, columns, rows } = surfaceGrid;
  const centers = new Float32Array(rows * columns * 2);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = 2 * (row * columns + column);
      centers[at] = x[0] + ((column + 0.5) / columns) * (x[1] - x[0]);
      centers[at + 1] = y[0] + ((row + 0.5) / rows) * (y[1] - y[0]);
    }
  }
  return centers;
}
