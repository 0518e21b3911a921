import { dropoutThreshold, isDropped, normalIndex, normalQuantiles, unitIndex } from '../../core/random/noise.ts';

/** The rows of one side of a mini-batch in an activation array, and how the noise numbers them. */
export interface NoiseRows {
  /** Rows of the mini-batch. */
  readonly batch: number;
  /** Where the side's first row lies in the array. */
  readonly start: number;
  /** The number of that row for {@link unitIndex}: 0 for first partners, `batch` for second ones. */
  readonly firstRow: number;
}

/** Units of a layer: those that exist, and the even number stored. */
export interface LayerUnits {
  readonly layer: number;
  readonly units: number;
  readonly width: number;
}

const quantiles = normalQuantiles();

/** Adds Gaussian noise of standard deviation `deviation` to input rows, in place. */
export function addInputNoise(
  values: Float64Array,
  rows: NoiseRows,
  { units, width }: LayerUnits,
  deviation: number,
  key: number,
  step: number,
): void {
  for (let r = 0; r < rows.batch; r += 1) {
    const noise = unitIndex(rows.batch, 0, rows.firstRow + r, 0);
    const row = (rows.start + r) * width;
    for (let u = 0; u < units; u += 1) {
      const z = quantiles[normalIndex(key, step, noise + u)] as number;
      values[row + u] = (values[row + u] as number) + deviation * z;
    }
  }
}

/**
 * Inverted dropout of a hidden layer, in place: dropped units become 0, kept ones are divided by 1 - dropout.
 *
 * @param factors receives what each value was multiplied by, for the way back
 */
export function dropUnits(
  values: Float64Array,
  factors: Float64Array,
  rows: NoiseRows,
  { layer, units, width }: LayerUnits,
  dropout: number,
  key: number,
  step: number,
): void {
  const threshold = dropoutThreshold(dropout);
  const kept = 1 / (1 - dropout);
  for (let r = 0; r < rows.batch; r += 1) {
    const noise = unitIndex(rows.batch, layer, rows.firstRow + r, 0);
    const row = (rows.start + r) * width;
    for (let u = 0; u < units; u += 1) {
      const factor = isDropped(key, step, noise + u, threshold) ? 0 : kept;
      factors[row + u] = factor;
      values[row + u] = (values[row + u] as number) * factor;
    }
  }
}

/** Multiplies the first `count` numbers by others, in place. */
export function multiply(values: Float64Array, factors: Float64Array, count: number): void {
  for (let k = 0; k < count; k += 1) values[k] = (values[k] as number) * (factors[k] as number);
}
