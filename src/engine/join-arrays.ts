/** Arrays one after another in a new one, or the only one itself. */
export function joinArrays<Numbers extends Float32Array | Float64Array>(
  arrays: readonly Numbers[],
  create: new (length: number) => Numbers,
): Numbers {
  const [only] = arrays;
  if (only && arrays.length === 1) return only;
  const joined = new create(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}
