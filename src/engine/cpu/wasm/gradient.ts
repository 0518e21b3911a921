/*
 * The gradient of a layer's parameters. A sum over rows is taken in four parts, of the rows 0, 4, 8 ..., of 1, 5, 9 ... and so on,
 * each in order, and then (part 0 + part 2) + (part 1 + part 3); `gradient-plain.ts` does the same.
 */

function pairs(a: v128, b: v128): v128 {
  return f32x4.add(v128.shuffle<i32>(a, b, 0, 1, 4, 5), v128.shuffle<i32>(a, b, 2, 3, 6, 7));
}

/** The sums of four vectors' parts. */
export function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const t = pairs(a, b), u = pairs(c, d);
  return f32x4.add(v128.shuffle<i32>(t, u, 0, 2, 4, 6), v128.shuffle<i32>(t, u, 1, 3, 5, 7));
}

export function grow(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/**
 * `weights[i, o] = sum over r of x[i, r] delta[o, r]` and `biases[o] = sum over r of delta[o, r]`.
 *
 * @param x `[inputs, rows]`
 * @param delta `[outputs, rows]`; inputs and outputs are even, rows a multiple of 16
 */
export function gradient(x: usize, delta: usize, weights: usize, biases: usize, inputs: i32, outputs: i32, rows: i32): void {
  const line = <usize>rows << 2, wide = <usize>outputs << 2, zero = f32x4.splat(0);
  for (let o = 0; o < outputs; o += 2) {
    const d0 = delta + <usize>o * line, d1 = d0 + line;
    let i = 0;
    for (; i + 4 <= inputs; i += 4) {
      let a0 = zero, a1 = zero, a2 = zero, a3 = zero, b0 = zero, b1 = zero, b2 = zero, b3 = zero;
      const p0 = x + <usize>i * line, p1 = p0 + line, p2 = p1 + line, p3 = p2 + line;
      for (let r: usize = 0; r < line; r += 16) {
        const u = v128.load(d0 + r), v = v128.load(d1 + r);
        let q = v128.load(p0 + r);
        a0 = grow(a0, q, u); b0 = grow(b0, q, v);
        q = v128.load(p1 + r);
        a1 = grow(a1, q, u); b1 = grow(b1, q, v);
        q = v128.load(p2 + r);
        a2 = grow(a2, q, u); b2 = grow(b2, q, v);
        q = v128.load(p3 + r);
        a3 = grow(a3, q, u); b3 = grow(b3, q, v);
      }
      const pg = weights + <usize>i * wide + (<usize>o << 2);
      const s = sums(a0, b0, a1, b1), t = sums(a2, b2, a3, b3);
      v128.store64_lane(pg, s, 0);
      v128.store64_lane(pg + wide, s, 1);
      v128.store64_lane(pg + 2 * wide, t, 0);
      v128.store64_lane(pg + 3 * wide, t, 1);
    }
    for (; i < inputs; i += 2) {
      let a0 = zero, a1 = zero, b0 = zero, b1 = zero;
      const p0 = x + <usize>i * line, p1 = p0 + line;
      for (let r: usize = 0; r < line; r += 16) {
        const u = v128.load(d0 + r), v = v128.load(d1 + r);
        let q = v128.load(p0 + r);
        a0 = grow(a0, q, u); b0 = grow(b0, q, v);
        q = v128.load(p1 + r);
        a1 = grow(a1, q, u); b1 = grow(b1, q, v);
      }
      const pg = weights + <usize>i * wide + (<usize>o << 2), s = sums(a0, b0, a1, b1);
      v128.store64_lane(pg, s, 0);
      v128.store64_lane(pg + wide, s, 1);
    }
    let e0 = zero, e1 = zero;
    for (let r: usize = 0; r < line; r += 16) {
      e0 = f32x4.add(e0, v128.load(d0 + r));
      e1 = f32x4.add(e1, v128.load(d1 + r));
    }
    v128.store64_lane(biases + (<usize>o << 2), sums(e0, e1, e0, e1), 0);
  }
}
