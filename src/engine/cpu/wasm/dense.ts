import { Lanes, SIZE, add, all, mul, read, readAll, write } from './lanes';

/**
 * `y[o, r] = bias[o] + sum over i of a(i, o) x[i, r]`, added up in the order of i, for two o and four vectors of rows at a time.
 *
 * @param a where the numbers a(i, o) lie: a + 4 (i ai + o ao)
 * @param bias or 0 for none
 * @param x `[inner, rows]`; rows are a multiple of 16
 * @param y `[outer, rows]`; outer is even
 */
export function product(
  a: usize, ai: usize, ao: usize, bias: usize, x: usize, y: usize, inner: i32, outer: i32, rows: i32,
): void {
  const line = <usize>rows << 2;
  ai <<= 2;
  ao <<= 2;
  for (let r: usize = 0; r < line; r += 4 * SIZE) {
    for (let o = 0; o < outer; o += 2) {
      const first = bias ? readAll(bias + (<usize>o << 2)) : all(0);
      const second = bias ? readAll(bias + (<usize>o << 2) + 4) : all(0);
      let s0 = first, s1 = first, s2 = first, s3 = first;
      let t0 = second, t1 = second, t2 = second, t3 = second;
      let px = x + r;
      let pa = a + <usize>o * ao;
      for (let i = 0; i < inner; i++) {
        const v = readAll(pa), w = readAll(pa + ao);
        const x0 = read(px), x1 = read(px + SIZE), x2 = read(px + 2 * SIZE), x3 = read(px + 3 * SIZE);
        s0 = add(s0, mul(v, x0)); s1 = add(s1, mul(v, x1)); s2 = add(s2, mul(v, x2)); s3 = add(s3, mul(v, x3));
        t0 = add(t0, mul(w, x0)); t1 = add(t1, mul(w, x1)); t2 = add(t2, mul(w, x2)); t3 = add(t3, mul(w, x3));
        px += line;
        pa += ai;
      }
      const py = y + <usize>o * line + r, pz = py + line;
      write(py, s0); write(py + SIZE, s1); write(py + 2 * SIZE, s2); write(py + 3 * SIZE, s3);
      write(pz, t0); write(pz + SIZE, t1); write(pz + 2 * SIZE, t2); write(pz + 3 * SIZE, t3);
    }
  }
}
