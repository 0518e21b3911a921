/** Labelled examples: a table of numbers and the class of each row. */
export interface DataSet {
  /** `[rows, width]` row by row. */
  readonly inputs: Float32Array;
  /** Class of each row, 0 to classes - 1, `[rows]`. */
  readonly labels: Uint8Array;
  readonly classes: number;
  /** Numbers in one row. */
  readonly width: number;
}
