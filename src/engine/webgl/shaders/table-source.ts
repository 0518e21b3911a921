/** Texels of a row of every table, as a power of two: a table is a list of texels, read by index. */
export const tableWidthBits = 10;
export const tableWidth = 2 ** tableWidthBits;

/** `vec4 tableTexel(sampler2D table, int index)`. */
export const tableTexel = `
vec4 tableTexel(sampler2D table, int index) {
  return texelFetch(table, ivec2(index & ${tableWidth - 1}, index >> ${tableWidthBits}), 0);
}`;

/** `float tableEntry(sampler2D table, int entry)`: one number of a table of numbers, four to a texel. Needs {@link tableTexel}. */
export const tableEntry = `
float tableEntry(sampler2D table, int entry) {
  vec4 texel = tableTexel(table, entry >> 2);
  int channel = entry & 3;
  return channel == 0 ? texel.x : channel == 1 ? texel.y : channel == 2 ? texel.z : texel.w;
}`;
