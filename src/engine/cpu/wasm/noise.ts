import { SIZE, add, all, allWhole, below, choose, lookUp, mul, ramp, read, shiftRight, write } from './lanes';
import { hashes } from './hash';

/**
 * Inverted dropout, in place: a unit whose hash is below the threshold becomes 0, others are multiplied by `kept`.
 *
 * @param values, factors `[units, line / 4]`, whose first `rows` (a multiple of 16) are treated; factors receives what each was multiplied by
 * @param first index of unit 0 of the first row; the next row's is `stride` further
 */
export function dropUnits(
  values: usize, factors: usize, units: i32, line: usize, rows: i32, first: i32, stride: i32, key: i32, step: i32, threshold: i32, kept: f32,
): void {
  const width = <usize>rows << 2, most = allWhole(threshold);
  for (let u = 0; u < units; u++) {
    const start = <usize>u * line;
    for (let r: usize = 0; r < width; r += SIZE) {
      const index = ramp(first + u + <i32>(r >> 2) * stride, stride);
      const factor = choose(below(hashes(key, step, index), most), all(0), all(kept));
      write(factors + start + r, factor);
      write(values + start + r, mul(read(values + start + r), factor));
    }
  }
}

/** Adds to values `[units, line / 4]` the normal numbers that their hashes' top 12 bits find in a table, times `deviation`; arguments as above. */
export function addNoise(
  values: usize, units: i32, line: usize, rows: i32, first: i32, stride: i32, key: i32, step: i32, table: usize, deviation: f32,
): void {
  const width = <usize>rows << 2;
  for (let u = 0; u < units; u++) {
    const start = values + <usize>u * line;
    for (let r: usize = 0; r < width; r += SIZE) {
      const index = ramp(first + u + <i32>(r >> 2) * stride, stride);
      const z = lookUp(table, shiftRight(hashes(key, step, index), 20));
      write(start + r, add(read(start + r), mul(all(deviation), z)));
    }
  }
}
