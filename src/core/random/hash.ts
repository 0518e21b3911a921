/**
 * A counter-based hash of three 32-bit words: the only source of randomness in the project.
 *
 * `pcg3d` of M. Jarzynski and M. Olano, "Hash Functions for GPU Rendering", JCGT 9(3), 2020. It uses nothing but
 * 32-bit multiply, add, shift and xor, so TypeScript, GLSL ES 3 and WGSL compute the same bits.
 *
 * It mixes the lower 24 bits of its input into the upper 16 bits of its output very well, other bits less. So the words put
 * in are counters and keys that are hashes themselves, and what is drawn (thresholds, table indices, uniform numbers)
 * rests on the upper bits.
 *
 * @param x first word; taken modulo 2^32, like the others
 * @param y second word
 * @param z third word
 * @param out receives three words in [0, 2^32)
 * @returns `out`
 */
export function hash3(x: number, y: number, z: number, out: Uint32Array): Uint32Array {
  let a = (Math.imul(x, 1664525) + 1013904223) | 0;
  let b = (Math.imul(y, 1664525) + 1013904223) | 0;
  let c = (Math.imul(z, 1664525) + 1013904223) | 0;
  a = (a + Math.imul(b, c)) | 0;
  b = (b + Math.imul(c, a)) | 0;
  c = (c + Math.imul(a, b)) | 0;
  a ^= a >>> 16;
  b ^= b >>> 16;
  c ^= c >>> 16;
  a = (a + Math.imul(b, c)) | 0;
  b = (b + Math.imul(c, a)) | 0;
  c = (c + Math.imul(a, b)) | 0;
  out[0] = a;
  out[1] = b;
  out[2] = c;
  return out;
}

const scratch = new Uint32Array(3);

/**
 * The first word of {@link hash3}: what the GPU programs draw dropout masks and input noise from.
 *
 * @returns an integer in [0, 2^32)
 */
export function hashWord(x: number, y: number, z: number): number {
  return hash3(x, y, z, scratch)[0] as number;
}
