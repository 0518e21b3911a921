import { SIZE, add, all, choose, largest, less, mul, read, sub, write } from './lanes';
import { hyperbolicTangent } from './elementary';

/** A hidden layer's activation, in place: ReLU, or the hyperbolic tangent. */
export function activate(isTanh: bool, values: usize, count: i32): void {
  const end = values + (<usize>count << 2);
  if (isTanh) for (let p = values; p < end; p += SIZE) write(p, hyperbolicTangent(read(p)));
  else for (let p = values; p < end; p += SIZE) write(p, largest(read(p), all(0)));
}

/**
 * Multiplies deltas in place by the factors of dropout, unless there are none, and by the slope of the activation. ReLU's slope at 0 is 0.
 *
 * @param values after dropout, which divided the kept ones by `kept`
 * @param factors of dropout, or 0 for none
 * @param kept 1 - dropout
 */
export function scaleBySlope(isTanh: bool, values: usize, factors: usize, kept: f32, delta: usize, count: i32): void {
  const end = <usize>count << 2;
  if (factors) for (let k: usize = 0; k < end; k += SIZE) write(delta + k, mul(read(delta + k), read(factors + k)));
  if (isTanh) {
    for (let k: usize = 0; k < end; k += SIZE) {
      const value = mul(read(values + k), all(kept));
      write(delta + k, mul(read(delta + k), sub(all(1), mul(value, value))));
    }
  } else {
    for (let k: usize = 0; k < end; k += SIZE) {
      write(delta + k, choose(less(all(0), read(values + k)), read(delta + k), all(0)));
    }
  }
}

/** `mixed[u, r] = lambda[r] values[u, r] + (1 - lambda[r]) values[u, rows + r]`, with values `[units, 2 rows]`. */
export function mixSides(values: usize, lambdas: usize, mixed: usize, units: i32, rows: i32): void {
  const line = <usize>rows << 2;
  for (let u = 0; u < units; u++) {
    const from = values + 2 * <usize>u * line, to = mixed + <usize>u * line;
    for (let r: usize = 0; r < line; r += SIZE) {
      const lambda = read(lambdas + r);
      write(to + r, add(mul(lambda, read(from + r)), mul(sub(all(1), lambda), read(from + line + r))));
    }
  }
}

/** The way back through {@link mixSides}. */
export function splitSides(mixed: usize, lambdas: usize, delta: usize, units: i32, rows: i32): void {
  const line = <usize>rows << 2;
  for (let u = 0; u < units; u++) {
    const from = mixed + <usize>u * line, to = delta + 2 * <usize>u * line;
    for (let r: usize = 0; r < line; r += SIZE) {
      const lambda = read(lambdas + r), whole = read(from + r);
      write(to + r, mul(lambda, whole));
      write(to + line + r, mul(sub(all(1), lambda), whole));
    }
  }
}
