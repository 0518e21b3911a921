import { Whole, addWhole, allWhole, mulWhole, shiftRight, xor } from './lanes';

/* pcg3d, as in `core/random/hash.ts`. */

/** The first word of the hash of (key, step, index) in every lane. */
export function hashes(key: i32, step: i32, index: Whole): Whole {
  const a0 = key * 1664525 + 1013904223, b0 = step * 1664525 + 1013904223;
  let c = addWhole(mulWhole(index, allWhole(1664525)), allWhole(1013904223));
  let a = addWhole(allWhole(a0), mulWhole(allWhole(b0), c));
  let b = addWhole(allWhole(b0), mulWhole(c, a));
  c = addWhole(c, mulWhole(a, b));
  a = xor(a, shiftRight(a, 16));
  b = xor(b, shiftRight(b, 16));
  c = xor(c, shiftRight(c, 16));
  return addWhole(a, mulWhole(b, c));
}

/** The first and the last word of the hash of three words. */
export let first: i32 = 0;
export let last: i32 = 0;

export function hash(x: i32, y: i32, z: i32): void {
  let a = x * 1664525 + 1013904223, b = y * 1664525 + 1013904223, c = z * 1664525 + 1013904223;
  a += b * c;
  b += c * a;
  c += a * b;
  a ^= <i32>(<u32>a >> 16);
  b ^= <i32>(<u32>b >> 16);
  c ^= <i32>(<u32>c >> 16);
  a += b * c;
  b += c * a;
  c += a * b;
  first = a;
  last = c;
}
