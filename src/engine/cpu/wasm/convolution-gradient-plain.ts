/** The same sums in the same order as in `convolution-gradient.ts`, one number at a time. */
export function convolutionGradient(
  x: usize, delta: usize, weights: usize, biases: usize, taps: usize, kernel: i32, places: i32, inputs: i32, outputs: i32, rows: i32,
): void {
  const line = <usize>rows << 2;
  for (let t = 0; t < kernel; t++) {
    const list = taps + 4, end = list + (<usize>load<u32>(taps) << 3);
    for (let i = 0; i < inputs; i++) {
      for (let o = 0; o < outputs; o++) {
        let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0;
        for (let pair = list; pair < end; pair += 8) {
          const px = x + (<usize>load<u32>(pair) + <usize>i) * line, pd = delta + (<usize>load<u32>(pair + 4) + <usize>o) * line;
          for (let r: usize = 0; r < line; r += 16) {
            s0 += load<f32>(px + r) * load<f32>(pd + r);
            s1 += load<f32>(px + r + 4) * load<f32>(pd + r + 4);
            s2 += load<f32>(px + r + 8) * load<f32>(pd + r + 8);
            s3 += load<f32>(px + r + 12) * load<f32>(pd + r + 12);
          }
        }
        store<f32>(weights, s0 + s2 + (s1 + s3));
        weights += 4;
      }
    }
    taps = end;
  }
  for (let o = 0; o < outputs; o++) {
    let s0: f32 = 0, s1: f32 = 0, s2: f32 = 0, s3: f32 = 0;
    for (let p = 0; p < places; p++) {
      const pd = delta + <usize>(p * outputs + o) * line;
      for (let r: usize = 0; r < line; r += 16) {
        s0 += load<f32>(pd + r);
        s1 += load<f32>(pd + r + 4);
        s2 += load<f32>(pd + r + 8);
        s3 += load<f32>(pd + r + 12);
      }
    }
    store<f32>(biases + (<usize>o << 2), s0 + s2 + (s1 + s3));
  }
}
