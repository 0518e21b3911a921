/** The same sums in the same order as in `gradient.ts`, one number at a time. */
export function gradient(x: usize, delta: usize, weights: usize, biases: usize, inputs: i32, outputs: i32, rows: i32): void {
  const line = <usize>rows << 2;
  for (let o = 0; o < outputs; o++) {
    const pd = delta + <usize>o * line;
    for (let i = 0; i < inputs; i++) {
      const px = x + <usize>i * line;
      let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0;
      for (let r: usize = 0; r < line; r += 16) {
        s0 += load<f32>(px + r) * load<f32>(pd + r);
        s1 += load<f32>(px + r + 4) * load<f32>(pd + r + 4);
        s2 += load<f32>(px + r + 8) * load<f32>(pd + r + 8);
        s3 += load<f32>(px + r + 12) * load<f32>(pd + r + 12);
      }
      store<f32>(weights + (<usize>(i * outputs + o) << 2), s0 + s2 + (s1 + s3));
    }
    let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0;
    for (let r: usize = 0; r < line; r += 16) {
      s0 += load<f32>(pd + r);
      s1 += load<f32>(pd + r + 4);
      s2 += load<f32>(pd + r + 8);
      s3 += load<f32>(pd + r + 12);
    }
    store<f32>(biases + (<usize>o << 2), s0 + s2 + (s1 + s3));
  }
}
