import { SIZE, add, all, mul, read, readAll, write } from './lanes';

/**
 * `y[p, o, r] = bias[o] + sum over the taps t of place p, and over i, of a(t, i, o) x[t, i, r]`, added up in this order, for two o and
 * four vectors of rows at a time: a layer of convolutions, and the way back through it.
 *
 * @param a where the numbers a(t, i, o) lie: a + 4 (first of t + i ai + o ao)
 * @param bias or 0 for none
 * @param x `[units, rows]`; rows are a multiple of 16
 * @param y `[places, outer, rows]`
 * @param taps whole numbers, for each place: how many taps it has, then for each the first unit of x and the first of its numbers a
 */
export function convolve(
  a: usize, ai: usize, ao: usize, bias: usize, x: usize, y: usize, taps: usize, places: i32, inner: i32, outer: i32, rows: i32,
): void {
  const line = <usize>rows << 2;
  ai <<= 2;
  ao <<= 2;
  for (let p = 0; p < places; p++) {
    const list = taps + 4, end = list + (<usize>load<u32>(taps) << 3);
    for (let o = 0; o < outer; o += 2) {
      // Of an odd number of o the last is computed twice and stored once.
      const isPair = o + 1 < outer, ao2 = isPair ? ao : 0;
      const first = bias ? readAll(bias + (<usize>o << 2)) : all(0);
      const second = bias ? readAll(bias + (<usize>o << 2) + 4) : all(0);
      for (let r: usize = 0; r < line; r += 4 * SIZE) {
        let s0 = first, s1 = first, s2 = first, s3 = first;
        let t0 = second, t1 = second, t2 = second, t3 = second;
        for (let tap = list; tap < end; tap += 8) {
          let px = x + <usize>load<u32>(tap) * line + r;
          let pa = a + (<usize>load<u32>(tap + 4) << 2) + <usize>o * ao;
          for (let i = 0; i < inner; i++) {
            const v = readAll(pa), w = readAll(pa + ao2);
            const x0 = read(px), x1 = read(px + SIZE), x2 = read(px + 2 * SIZE), x3 = read(px + 3 * SIZE);
            s0 = add(s0, mul(v, x0)); s1 = add(s1, mul(v, x1)); s2 = add(s2, mul(v, x2)); s3 = add(s3, mul(v, x3));
            t0 = add(t0, mul(w, x0)); t1 = add(t1, mul(w, x1)); t2 = add(t2, mul(w, x2)); t3 = add(t3, mul(w, x3));
            px += line;
            pa += ai;
          }
        }
        const py = y + <usize>o * line + r;
        write(py, s0); write(py + SIZE, s1); write(py + 2 * SIZE, s2); write(py + 3 * SIZE, s3);
        if (!isPair) continue;
        const pz = py + line;
        write(pz, t0); write(pz + SIZE, t1); write(pz + 2 * SIZE, t2); write(pz + 3 * SIZE, t3);
      }
    }
    y += <usize>outer * line;
    taps = end;
  }
}
