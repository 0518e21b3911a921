/** How far an engine may be from the slow implementation; see the table in docs/engines.md. */
export interface Tolerances {
  /** Relative error of one step's gradient, and of the moments after a step. */
  readonly gradient: number;
  /** Relative error of one step's change of the parameters. */
  readonly update: number;
  /** After 100 steps: relative error of the parameters, absolute of probabilities. */
  readonly run: number;
  /** Absolute error of log-probabilities above -20, relative error of input gradients. */
  readonly prediction: number;
  /** Absolute error of mixed rows. */
  readonly mix: number;
}

export const float32Tolerances: Tolerances = { gradient: 1e-4, update: 1e-3, run: 1e-3, prediction: 1e-4, mix: 1e-6 };

/** `|a - b| / |b|` in the Euclidean norm; `|a|` where b is zero. */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let size = 0;
  for (let k = 0; k < b.length; k += 1) {
    difference += ((a[k] as number) - (b[k] as number)) ** 2;
    size += (b[k] as number) ** 2;
  }
  return Math.sqrt(difference) / (size > 0 ? Math.sqrt(size) : 1);
}

/** The largest absolute difference; NaN if there is one. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let worst = 0;
  for (let k = 0; k < b.length; k += 1) {
    const difference = Math.abs((a[k] as number) - (b[k] as number));
    if (!(difference <= worst)) worst = difference;
  }
  return worst;
}
