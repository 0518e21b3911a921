import { SIZE, add, all, div, mul, read, root, sub, write } from './lanes';

/** Adam: `c1` and `c2` are the factors of the moments, `rest1` and `rest2` are 1 - beta1 and 1 - beta2; `count` is a multiple of 4. */
export function adam(
  w: usize, g: usize, m: usize, v: usize, count: i32, decay: f32, rate: f32, beta1: f32, rest1: f32, beta2: f32, rest2: f32, c1: f32, c2: f32, epsilon: f32,
): void {
  for (let k: usize = 0; k < <usize>count << 2; k += SIZE) {
    const weight = read(w + k);
    const slope = add(read(g + k), mul(all(decay), weight));
    const first = add(mul(all(beta1), read(m + k)), mul(all(rest1), slope));
    const second = add(mul(all(beta2), read(v + k)), mul(all(rest2), mul(slope, slope)));
    write(m + k, first);
    write(v + k, second);
    const move = div(mul(all(rate), mul(first, all(c1))), add(root(mul(second, all(c2))), all(epsilon)));
    write(w + k, sub(weight, move));
  }
}

/** Gradient descent with momentum. */
export function sgd(w: usize, g: usize, velocity: usize, count: i32, decay: f32, rate: f32, momentum: f32): void {
  for (let k: usize = 0; k < <usize>count << 2; k += SIZE) {
    const weight = read(w + k);
    const next = add(mul(all(momentum), read(velocity + k)), add(read(g + k), mul(all(decay), weight)));
    write(velocity + k, next);
    write(w + k, sub(weight, mul(all(rate), next)));
  }
}
