import { placeOf, type ActivationLayout } from '../layer-textures.ts';
import { bandWidthBits, type LayerBlocks, type ParameterLayout } from '../member-states.ts';

/**
 * GLSL that finds what a fragment of a layer stands for: `member`, `column` (among members side by side), `unitBlock`,
 * `rowBlock` and `side`, and `row` (its line in the texture).
 */
export function findPlace(layout: ActivationLayout, layer: number): string {
  const { x, width } = placeOf(layout, layer);
  const height = layout.rowBlocks * layout.sides;
  return `
  ivec2 here = ivec2(gl_FragCoord.xy) - ivec2(${x}, 0);
  int column = ${layout.columns === 1 ? '0' : quotient('here.x', width)};
  int unitBlock = here.x - column * ${width};
  int row = here.y;
  int band = ${quotient('row', height)};
  int rowBlock = row - band * ${height};
  int member = band * ${layout.columns} + column;
  int side = ${layout.sides === 2 ? `(rowBlock >= ${layout.rowBlocks} ? 1 : 0)` : '0'};
  rowBlock -= side * ${layout.rowBlocks};`;
}

/** A whole quotient of a GLSL expression that is not negative: a shift where possible, since GPUs divide slowly. */
export function quotient(dividend: string, divisor: number): string {
  const bits = Math.log2(divisor);
  return Number.isInteger(bits) ? `${dividend} >> ${bits}` : `${dividend} / ${divisor}`;
}

/** The texel of a layer's block in a line: a GLSL `ivec2`; needs `column` in scope. */
export function texelOf(layout: ActivationLayout, layer: number, block: string, row: string): string {
  const { x, width } = placeOf(layout, layer);
  return `ivec2(${x} + column * ${width} + ${block}, ${row})`;
}

/** `mat4 weightBlock(int member, int block)`: the weights of four inputs (columns) by four outputs. */
export function weightBlock({ bands }: ParameterLayout): string {
  const place =
    bands === 1
      ? 'ivec2(block >> 1, member * 8 + (block & 1) * 4)'
      : `ivec2((block >> 1) & ${2 ** bandWidthBits - 1}, (member * ${bands} + (block >> ${bandWidthBits + 1})) * 8 + (block & 1) * 4)`;
  return `
ivec2 blockPlace(int member, int block) { return ${place}; }
mat4 weightBlock(int member, int block) {
  ivec2 at = blockPlace(member, block);
  return mat4(
    texelFetch(state_0, at, 0),
    texelFetch(state_0, at + ivec2(0, 1), 0),
    texelFetch(state_0, at + ivec2(0, 2), 0),
    texelFetch(state_0, at + ivec2(0, 3), 0));
}
vec4 biasTexel(int member, int block, int slot) { return texelFetch(state_0, blockPlace(member, block) + ivec2(0, slot), 0); }`;
}

/** The biases of an output block: a GLSL `vec4`. */
export function biasOf(layer: LayerBlocks, outputBlock: string): string {
  return `biasTexel(member, ${layer.firstBlock + layer.biasBlock * layer.outputBlocks} + ${outputBlock}, ${layer.biasSlot})`;
}

/** Index of a block of a layer: a GLSL `int`. */
export function blockOf(layer: LayerBlocks, inputBlock: string, outputBlock: string): string {
  return `${layer.firstBlock} + (${inputBlock}) * ${layer.outputBlocks} + ${outputBlock}`;
}
