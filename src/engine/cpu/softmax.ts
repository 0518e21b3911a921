import { exp } from '../../core/elementary/exponential.ts';
import { log } from '../../core/elementary/logarithm.ts';

/**
 * Replaces logits by log-probabilities, in place: `z - max - log(sum of exp(z - max))`.
 *
 * @param width stride of a row; the entries from `classes` on are left alone
 */
export function logSoftmax(logits: Float64Array, rows: number, classes: number, width: number): void {
  for (let r = 0; r < rows; r += 1) {
    const row = r * width;
    let largest = logits[row] as number;
    for (let c = 1; c < classes; c += 1) largest = Math.max(largest, logits[row + c] as number);
    let sum = 0;
    for (let c = 0; c < classes; c += 1) sum += exp((logits[row + c] as number) - largest);
    const shift = largest + log(sum);
    for (let c = 0; c < classes; c += 1) logits[row + c] = (logits[row + c] as number) - shift;
  }
}

/**
 * Probabilities of the first `rows` rows of logits. Entries of `probabilities` that only fill up a block are left alone.
 *
 * @param width stride of a row, in both arrays
 */
export function softmax(
  logits: Float64Array,
  rows: number,
  classes: number,
  width: number,
  probabilities: Float64Array,
): void {
  for (let r = 0; r < rows; r += 1) {
    const row = r * width;
    let largest = logits[row] as number;
    for (let c = 1; c < classes; c += 1) largest = Math.max(largest, logits[row + c] as number);
    let sum = 0;
    for (let c = 0; c < classes; c += 1) {
      const power = exp((logits[row + c] as number) - largest);
      probabilities[row + c] = power;
      sum += power;
    }
    for (let c = 0; c < classes; c += 1) probabilities[row + c] = (probabilities[row + c] as number) / sum;
  }
}

/** What becomes of a member's labels during training. */
export interface LabelMixing {
  /** Class of every row of the table. */
  readonly labels: Uint8Array;
  readonly mixed: boolean;
  readonly smoothing: number;
}

/** Rows i, rows j and lambda of a mini-batch, `[batch]` each. */
export interface Pairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly lambdas: Float32Array;
}

/**
 * Turns probabilities into the gradient of the mean cross-entropy for the logits, in place: `(p - y~) / batch` with
 * `y~ = (1 - smoothing) (lambda y_i + (1 - lambda) y_j) + smoothing / classes`.
 */
export function subtractTargets(
  probabilities: Float64Array,
  { first, second, lambdas }: Pairs,
  { labels, mixed, smoothing }: LabelMixing,
  classes: number,
  width: number,
): void {
  const batch = first.length;
  for (let r = 0; r < batch; r += 1) {
    const a = labels[first[r] as number] as number;
    const b = labels[second[r] as number] as number;
    const lambda = mixed ? (lambdas[r] as number) : 1;
    const rest = 1 - lambda;
    const row = r * width;
    for (let c = 0; c < classes; c += 1) {
      const hard = (c === a ? lambda : 0) + (c === b ? rest : 0);
      const soft = (1 - smoothing) * hard + smoothing / classes;
      probabilities[row + c] = ((probabilities[row + c] as number) - soft) / batch;
    }
  }
}
