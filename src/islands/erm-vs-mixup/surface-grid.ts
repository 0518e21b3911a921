import type { Extent } from '../../figures/plane/surface-point.ts';
import { planeProblems } from '../../studies/wins-and-losses.ts';
import type { Settings } from './settings.ts';

/** The cells that the part of the plane shown is divided into. */
export const surfaceGrid = { columns: 48, rows: 48 } as const;

/** How far the plane reaches from its middle for readers' own settings, and for the data as they come. */
const widest = 1.75;
const reaches: Readonly<Record<Settings['data'], number>> = { rings: 1.5, spirals: 1.5, moons: 1.65, blobs: 1.75 };

/** The part of the plane that is shown: as little as holds the examples, because on phones it is small. */
export function extentOf({ data, noise, edits }: Settings): Extent {
  const usual = Math.max(...Object.values(planeProblems).map((one) => (one.data === data ? one.noise : 0)));
  const usualReach = reaches[data];
  const isInside = (edit: (typeof edits)[number]): boolean =>
    'removed' in edit || Math.max(Math.abs(edit.x), Math.abs(edit.y)) <= usualReach;
  const reach = noise <= usual && edits.every(isInside) ? usualReach : widest;
  return { x: [-reach, reach], y: [-reach, reach] };
}

/** Centers of the grid's cells, `[rows * columns, 2]`, row 0 at the bottom. */
export function cellCenters({ x, y }: Extent): Float32Array {
  const { columns, rows } = surfaceGrid;
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
