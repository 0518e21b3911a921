/** The hash of `core/hash.ts` in WGSL: its first word. */
export const hashFunction = `
/// pcg3d of Jarzynski and Olano (JCGT 9(3), 2020), first word.
fn hashWord(x: u32, y: u32, z: u32) -> u32 {
  var a = x * 1664525u + 1013904223u;
  var b = y * 1664525u + 1013904223u;
  var c = z * 1664525u + 1013904223u;
  a += b * c;
  b += c * a;
  c += a * b;
  a ^= a >> 16u;
  b ^= b >> 16u;
  c ^= c >> 16u;
  return a + b * c;
}
`;
