import { square } from '../elementary/whole-power.ts';

/**
 * The rows of a table that are nearest to one of them by Euclidean distance, nearest first; of equal distances the lower
 * row first.
 *
 * @param table `[rows, width]` row by row
 * @param row the row to start from, never among the result
 * @param among the rows to choose from
 * @param count how many to find
 * @returns `count` row numbers, fewer if there are fewer others
 */
export function nearestRows(
  table: Float32Array,
  width: number,
  row: number,
  among: Uint32Array,
  count: number,
): Uint32Array {
  const rows: number[] = [];
  const distances: number[] = [];
  for (const other of among) {
    if (other === row) continue;
    let distance = 0;
    for (let k = 0; k < width; k += 1) {
      distance += square((table[row * width + k] as number) - (table[other * width + k] as number));
    }
    const isNearer = (place: number): boolean => {
      const held = distances[place] as number;
      return distance < held || (distance === held && other < (rows[place] as number));
    };
    if (rows.length === count && !isNearer(count - 1)) continue;
    let place = rows.length;
    while (place > 0 && isNearer(place - 1)) place -= 1;
    rows.splice(place, 0, other);
    distances.splice(place, 0, distance);
    rows.length = Math.min(rows.length, count);
    distances.length = rows.length;
  }
  return Uint32Array.from(rows);
}
