/**
 * Cuts a file in parts, to be joined again in their order.
 *
 * @param bytes the most that a part may have, at least 1
 * @returns at least one part
 */
export function cutInParts(file: Uint8Array, bytes: number): Uint8Array[] {
  const count = Math.max(1, Math.ceil(file.length / bytes));
  return Array.from({ length: count }, (_, n) => file.subarray(n * bytes, (n + 1) * bytes));
}
