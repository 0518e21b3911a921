import { grow, sums } from './gradient';

/**
 * `weights[t, i, o] = sum over the pairs of t, and over r, of x[pair, i, r] delta[pair, o, r]` and `biases[o] = sum over places and r of
 * delta[place, o, r]`. Sums are taken in four parts, as in `gradient.ts`, pair by pair; `convolution-gradient-plain.ts` does the same.
 *
 * @param x `[units below, rows]`; rows are a multiple of 16
 * @param delta `[places, outputs, rows]`; outputs are a multiple of 4
 * @param taps whole numbers, for each t: how many pairs it has, then for each the first unit of x and the first of delta
 */
export function convolutionGradient(
  x: usize, delta: usize, weights: usize, biases: usize, taps: usize, kernel: i32, places: i32, inputs: i32, outputs: i32, rows: i32,
): void {
  const line = <usize>rows << 2, wide = <usize>outputs << 2, zero = f32x4.splat(0);
  for (let t = 0; t < kernel; t++) {
    const list = taps + 4, end = list + (<usize>load<u32>(taps) << 3);
    for (let i = 0; i < inputs; i += 2) {
      // Of an odd number of inputs the last is computed twice and stored twice.
      const isPair = i + 1 < inputs, next = isPair ? line : 0;
      for (let o = 0; o < outputs; o += 4) {
        let a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
        for (let pair = list; pair < end; pair += 8) {
          const p0 = x + (<usize>load<u32>(pair) + <usize>i) * line, p1 = p0 + next;
          const d0 = delta + (<usize>load<u32>(pair + 4) + <usize>o) * line, d1 = d0 + line, d2 = d1 + line, d3 = d2 + line;
          for (let r: usize = 0; r < line; r += 16) {
            const u = v128.load(p0 + r), v = v128.load(p1 + r);
            let q = v128.load(d0 + r);
            a0 = grow(a0, u, q); b0 = grow(b0, v, q);
            q = v128.load(d1 + r);
            a1 = grow(a1, u, q); b1 = grow(b1, v, q);
            q = v128.load(d2 + r);
            a2 = grow(a2, u, q); b2 = grow(b2, v, q);
            q = v128.load(d3 + r);
            a3 = grow(a3, u, q); b3 = grow(b3, v, q);
          }
        }
        const pg = weights + <usize>i * wide + (<usize>o << 2);
        v128.store(pg, sums(a0, a1, a2, a3));
        v128.store(isPair ? pg + wide : pg, sums(b0, b1, b2, b3));
      }
    }
    weights += <usize>inputs * wide;
    taps = end;
  }
  for (let o = 0; o < outputs; o += 4) {
    let e0 = zero, e1 = zero, e2 = zero, e3 = zero;
    for (let p = 0; p < places; p++) {
      const d0 = delta + <usize>(p * outputs + o) * line, d1 = d0 + line, d2 = d1 + line, d3 = d2 + line;
      for (let r: usize = 0; r < line; r += 16) {
        e0 = f32x4.add(e0, v128.load(d0 + r)); e1 = f32x4.add(e1, v128.load(d1 + r));
        e2 = f32x4.add(e2, v128.load(d2 + r)); e3 = f32x4.add(e3, v128.load(d3 + r));
      }
    }
    v128.store(biases + (<usize>o << 2), sums(e0, e1, e2, e3));
  }
}
