/*
 * Rows of a table become columns of an activation array. Rows of the table are a multiple of four numbers long, so four of them are
 * read and turned at a time; `gather-plain.ts` does it one number after the other.
 */

function row(table: usize, p: usize, wide: usize): usize {
  return table + <usize>load<u32>(p) * wide;
}

function blend(lambda: v128, rest: v128, a: usize, b: usize): v128 {
  return f32x4.add(f32x4.mul(lambda, v128.load(a)), f32x4.mul(rest, v128.load(b)));
}

/** Stores four rows of four numbers as columns, as many of them as there are. */
function turn(a: v128, b: v128, c: v128, d: v128, to: usize, line: usize, units: i32): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  v128.store(to, v128.shuffle<i32>(ab, cd, 0, 1, 4, 5));
  if (units > 1) v128.store(to + line, v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
  if (units <= 2) return;
  const above = v128.shuffle<i32>(a, b, 2, 6, 3, 7), beyond = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to + 2 * line, v128.shuffle<i32>(above, beyond, 0, 1, 4, 5));
  if (units > 3) v128.store(to + 3 * line, v128.shuffle<i32>(above, beyond, 2, 3, 6, 7));
}

/**
 * `x[u, r] = table[first[r], u]`.
 *
 * @param stride numbers from one row of the table to the next, a multiple of 4
 * @param first rows of the table; as many as the next multiple of 4 are read
 * @param x `[columns, line / 4]`
 */
export function gather(table: usize, stride: i32, columns: i32, first: usize, x: usize, line: usize, batch: i32): void {
  const wide = <usize>stride << 2;
  for (let r: usize = 0; r < <usize>batch << 2; r += 16) {
    const p0 = row(table, first + r, wide), p1 = row(table, first + r + 4, wide);
    const p2 = row(table, first + r + 8, wide), p3 = row(table, first + r + 12, wide);
    for (let u = 0; u < columns; u += 4) {
      const k = <usize>u << 2;
      turn(v128.load(p0 + k), v128.load(p1 + k), v128.load(p2 + k), v128.load(p3 + k), x + <usize>u * line + r, line, columns - u);
    }
  }
}

/** `x[u, r] = lambda[r] table[first[r], u] + (1 - lambda[r]) table[second[r], u]`; arguments as of {@link gather}. */
export function gatherMixed(
  table: usize, stride: i32, columns: i32, first: usize, second: usize, lambdas: usize, x: usize, line: usize, batch: i32,
): void {
  const wide = <usize>stride << 2, one = f32x4.splat(1);
  for (let r: usize = 0; r < <usize>batch << 2; r += 16) {
    const p0 = row(table, first + r, wide), p1 = row(table, first + r + 4, wide);
    const p2 = row(table, first + r + 8, wide), p3 = row(table, first + r + 12, wide);
    const q0 = row(table, second + r, wide), q1 = row(table, second + r + 4, wide);
    const q2 = row(table, second + r + 8, wide), q3 = row(table, second + r + 12, wide);
    const l0 = v128.load32_splat(lambdas + r), l1 = v128.load32_splat(lambdas + r + 4);
    const l2 = v128.load32_splat(lambdas + r + 8), l3 = v128.load32_splat(lambdas + r + 12);
    const m0 = f32x4.sub(one, l0), m1 = f32x4.sub(one, l1), m2 = f32x4.sub(one, l2), m3 = f32x4.sub(one, l3);
    for (let u = 0; u < columns; u += 4) {
      const k = <usize>u << 2;
      turn(
        blend(l0, m0, p0 + k, q0 + k), blend(l1, m1, p1 + k, q1 + k), blend(l2, m2, p2 + k, q2 + k), blend(l3, m3, p3 + k, q3 + k),
        x + <usize>u * line + r, line, columns - u,
      );
    }
  }
}
