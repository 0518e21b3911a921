import { Lanes, SIZE, add, all, choose, div, largest, less, mul, read, sub, write } from './lanes';
import { exponential, logarithm } from './elementary';

function top(logits: usize, end: usize, line: usize, r: usize): Lanes {
  let most = read(logits + r);
  for (let c = line; c < end; c += line) most = largest(most, read(logits + c + r));
  return most;
}

/**
 * The gradient of the cross-entropy for the logits, `(p - y) weight`, written so that nothing cancels where a network is sure:
 * `p - y = (e (1 - y) - y rest) / sum`, where e = exp(logit - largest), and rest is the sum of the other classes' e. That of the largest
 * class is added up by itself.
 *
 * @param logits, targets, delta `[classes, rows]`
 * @param weights of rows, `[rows]`
 */
export function deltaOfLogits(logits: usize, targets: usize, weights: usize, delta: usize, classes: i32, rows: i32): void {
  const line = <usize>rows << 2, end = <usize>classes * line;
  const zero = all(0), one = all(1);
  for (let r: usize = 0; r < line; r += SIZE) {
    const most = top(logits, end, line, r);
    let smaller = zero, largestOnes = zero;
    for (let c: usize = 0; c < end; c += line) {
      const s = sub(read(logits + c + r), most);
      const isSmaller = less(s, zero);
      const e = exponential(s);
      write(delta + c + r, e);
      smaller = add(smaller, choose(isSmaller, e, zero));
      largestOnes = add(largestOnes, choose(isSmaller, zero, one));
    }
    const sum = add(smaller, largestOnes);
    const scale = div(read(weights + r), sum);
    const restOfLargest = add(smaller, sub(largestOnes, one));
    for (let c: usize = 0; c < end; c += line) {
      const e = read(delta + c + r), y = read(targets + c + r);
      const rest = choose(less(read(logits + c + r), most), sub(sum, e), restOfLargest);
      write(delta + c + r, mul(sub(mul(e, sub(one, y)), mul(y, rest)), scale));
    }
  }
}

/** Replaces logits `[classes, rows]` by log-probabilities, in place: `(z - largest) - log(sum of exp(z - largest))`. */
export function logProbabilities(logits: usize, classes: i32, rows: i32): void {
  const line = <usize>rows << 2, end = <usize>classes * line;
  for (let r: usize = 0; r < line; r += SIZE) {
    const most = top(logits, end, line, r);
    let sum = all(0);
    for (let c: usize = 0; c < end; c += line) sum = add(sum, exponential(sub(read(logits + c + r), most)));
    const shift = logarithm(sum);
    for (let c: usize = 0; c < end; c += line) {
      write(logits + c + r, sub(sub(read(logits + c + r), most), shift));
    }
  }
}

/**
 * The labels of a mini-batch, `[classes, rows]`: `(1 - smoothing) (lambda y_i + (1 - lambda) y_j) + smoothing / classes`. Rows from batch on
 * are left alone.
 *
 * @param labels class of every row of the table, a byte each
 * @param first, second rows i and j of the table, `[batch]`
 * @param lambdas `[batch]`, or 0 where the first partner's label is kept
 */
export function targets(
  labels: usize, first: usize, second: usize, lambdas: usize, smoothing: f32, to: usize, classes: i32, batch: i32, rows: i32,
): void {
  const line = <usize>rows << 2, rest: f32 = 1 - smoothing, share: f32 = smoothing / <f32>classes;
  for (let c = 0; c < classes; c++) {
    const p = to + <usize>c * line;
    for (let r: usize = 0; r < line; r += SIZE) write(p + r, all(share));
  }
  for (let r: usize = 0; r < <usize>batch << 2; r += 4) {
    const lambda: f32 = lambdas ? load<f32>(lambdas + r) : 1;
    const a = to + <usize>load<u8>(labels + load<u32>(first + r)) * line + r;
    store<f32>(a, load<f32>(a) + rest * lambda);
    if (lambda == 1) continue;
    const b = to + <usize>load<u8>(labels + load<u32>(second + r)) * line + r;
    store<f32>(b, load<f32>(b) + rest * (1 - lambda));
  }
}
