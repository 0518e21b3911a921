import type { DataTexture, WebglDevice } from './webgl-device.ts';

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

/** How many rows of texels a table of `texels` texels takes. */
export function tableHeight(texels: number): number {
  return Math.max(1, Math.ceil(texels / tableWidth));
}

/**
 * Uploads numbers as a table, four to a texel.
 *
 * @param texels at most `4 tableWidth maxTextureSize` numbers
 */
export function createTable(device: WebglDevice, texels: Float32Array): DataTexture {
  const height = tableHeight(texels.length / 4);
  const padded = new Float32Array(tableWidth * height * 4);
  padded.set(texels);
  const table = device.createData(tableWidth, height);
  try {
    table.upload(padded, height);
  } catch (error) {
    table.dispose();
    throw error;
  }
  return table;
}

/**
 * Pads each row of a matrix to whole texels.
 *
 * @param rows `[count, width]`
 * @returns `[count, 4 ceil(width / 4)]`, zeros in the new columns
 */
export function padToTexels(rows: Float32Array, width: number): Float32Array {
  if (width % 4 === 0) return rows;
  const padded = 4 * Math.ceil(width / 4);
  const count = rows.length / width;
  const texels = new Float32Array(count * padded);
  for (let r = 0; r < count; r += 1) {
    for (let k = 0; k < width; k += 1) texels[r * padded + k] = rows[r * width + k] as number;
  }
  return texels;
}
