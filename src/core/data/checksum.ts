/**
 * The 32-bit FNV-1a hash of some bytes: tells a file that was cut short, altered or is of another version from the one
 * expected. It is no protection against somebody who wants to deceive.
 *
 * G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake and T. Hansen, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923.
 *
 * @returns an integer in [0, 2^32)
 */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
