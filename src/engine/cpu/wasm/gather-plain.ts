/** The same as in `gather.ts`, one number at a time. */
export function gather(table: usize, stride: i32, columns: i32, first: usize, x: usize, line: usize, batch: i32): void {
  for (let r: usize = 0; r < <usize>batch << 2; r += 4) {
    const p = table + ((<usize>load<u32>(first + r) * <usize>stride) << 2);
    for (let u = 0; u < columns; u++) store<f32>(x + <usize>u * line + r, load<f32>(p + (<usize>u << 2)));
  }
}

export function gatherMixed(
  table: usize, stride: i32, columns: i32, first: usize, second: usize, lambdas: usize, x: usize, line: usize, batch: i32,
): void {
  for (let r: usize = 0; r < <usize>batch << 2; r += 4) {
    const p = table + ((<usize>load<u32>(first + r) * <usize>stride) << 2);
    const q = table + ((<usize>load<u32>(second + r) * <usize>stride) << 2);
    const lambda = load<f32>(lambdas + r), rest: f32 = 1 - lambda;
    for (let u = 0; u < columns; u++) {
      const k = <usize>u << 2;
      store<f32>(x + <usize>u * line + r, lambda * load<f32>(p + k) + rest * load<f32>(q + k));
    }
  }
}
