import type { Grid, MixRequest } from '../engine.ts';

/** Mixes rows: `[count, width]`. */
export function mixRows({ rows, width, first, second, lambdas }: MixRequest): Float32Array {
  const mixed = new Float32Array(first.length * width);
  for (let p = 0; p < first.length; p += 1) {
    const i = (first[p] as number) * width;
    const j = (second[p] as number) * width;
    const lambda = lambdas[p] as number;
    for (let k = 0; k < width; k += 1) {
      mixed[p * width + k] = lambda * (rows[i + k] as number) + (1 - lambda) * (rows[j + k] as number);
    }
  }
  return mixed;
}

/** Counts mixed points in the cells of a grid, and sums their mixed labels: `[2, rows, columns]`. */
export function countPoints(request: MixRequest, labels: Float32Array, { columns, rows, x, y }: Grid): Float32Array {
  const cells = columns * rows;
  const sums = new Float64Array(2 * cells);
  const { first, second, lambdas } = request;
  const table = request.rows;
  for (let p = 0; p < first.length; p += 1) {
    const i = first[p] as number;
    const j = second[p] as number;
    const lambda = lambdas[p] as number;
    const mix = (a: number, b: number): number => lambda * a + (1 - lambda) * b;
    const across = mix(table[2 * i] as number, table[2 * j] as number);
    const along = mix(table[2 * i + 1] as number, table[2 * j + 1] as number);
    const column = Math.floor(((across - x[0]) / (x[1] - x[0])) * columns);
    const row = Math.floor(((along - y[0]) / (y[1] - y[0])) * rows);
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
    const cell = row * columns + column;
    (sums[cell] as number) += 1;
    (sums[cells + cell] as number) += mix(labels[i] as number, labels[j] as number);
  }
  return Float32Array.from(sums);
}
