/** Copies rows of a float32 table into the rows of an activation array, from row `start` on. */
export function gatherRows(
  table: Float32Array,
  columns: number,
  indices: Uint32Array,
  values: Float64Array,
  width: number,
  start: number,
): void {
  for (let r = 0; r < indices.length; r += 1) {
    const from = (indices[r] as number) * columns;
    const to = (start + r) * width;
    for (let u = 0; u < columns; u += 1) values[to + u] = table[from + u] as number;
  }
}

/** `x~ = lambda x_i + (1 - lambda) x_j` with rows of a float32 table. */
export function gatherMixedRows(
  table: Float32Array,
  columns: number,
  first: Uint32Array,
  second: Uint32Array,
  lambdas: Float32Array,
  values: Float64Array,
  width: number,
): void {
  for (let r = 0; r < first.length; r += 1) {
    const i = (first[r] as number) * columns;
    const j = (second[r] as number) * columns;
    const lambda = lambdas[r] as number;
    const rest = 1 - lambda;
    const to = r * width;
    for (let u = 0; u < columns; u += 1)
      values[to + u] = lambda * (table[i + u] as number) + rest * (table[j + u] as number);
  }
}

/** Mixes each of the first rows of `values` with the row `offset` rows further on, into `mixed`. */
export function mixHidden(
  values: Float64Array,
  lambdas: Float32Array,
  width: number,
  offset: number,
  mixed: Float64Array,
): void {
  for (let r = 0; r < lambdas.length; r += 1) {
    const lambda = lambdas[r] as number;
    const rest = 1 - lambda;
    for (let k = r * width; k < (r + 1) * width; k += 1) {
      mixed[k] = lambda * (values[k] as number) + rest * (values[k + offset * width] as number);
    }
  }
}

/** The way back through {@link mixHidden}: splits each row's delta between the two rows it was mixed from, in place. */
export function splitDelta(delta: Float64Array, lambdas: Float32Array, width: number, offset: number): void {
  for (let r = 0; r < lambdas.length; r += 1) {
    const lambda = lambdas[r] as number;
    const rest = 1 - lambda;
    for (let k = r * width; k < (r + 1) * width; k += 1) {
      const whole = delta[k] as number;
      delta[k] = lambda * whole;
      delta[k + offset * width] = rest * whole;
    }
  }
}
