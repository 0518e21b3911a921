import type { ConvolutionShape } from '../../../core/training/convolution.ts';
import type { KernelShape } from '../kernel-shape.ts';
import type { PaddedLayer } from '../padded-network.ts';

/** Tiles of a layer's weights, 4 x 4 to a thread, or 1 x 4 above pixels. */
export const convolutionTiles = ({ rowQuads }: PaddedLayer, { channelsBelow }: ConvolutionShape): number =>
  9 * Math.ceil(channelsBelow / 4) * rowQuads;

/** The gradient of a layer of convolutions, summed over places and rows, and the optimizer's step, as of a dense layer. */
export function updateConvolution(
  kernel: KernelShape,
  layer: PaddedLayer,
  shape: ConvolutionShape,
  l: number,
  firstThread: number,
): string {
  const { rowQuads, outputQuads, weights, biases } = layer;
  const { side, sideBelow, stride, channelsBelow } = shape;
  const { activations, deltas } = kernel.values;
  const quadsBelow = Math.ceil(channelsBelow / 4);
  const tiles = convolutionTiles(layer, shape);
  return `
/// Layer ${l}. Its tiles start at thread ${firstThread}, and each quad of biases is a tile after them.
fn update${l}(work: Work, member: Member) {
  for (var tile = (work.thread + ${kernel.workgroupSize - firstThread}u) % workgroupSize; tile < ${tiles + rowQuads}u; tile += workgroupSize) {
    let quad = tile % ${rowQuads}u;
    let inputQuad = tile / ${rowQuads}u % ${quadsBelow}u;
    let tap = tile / ${rowQuads * quadsBelow}u;
    let isBias = tile >= ${tiles}u;
    var weightGradient = mat4x4f();
    var biasGradient = vec4f(0.0);
    for (var place = 0u; place < ${side * side}u; place++) {
      let x = ${stride}u * (place % ${side}u) + tap % 3u - 1u;
      let y = ${stride}u * (place / ${side}u) + tap / 3u - 1u;
      var delta = work.values + ${deltas[l] as number}u + place * ${rowQuads}u + quad;
      if (isBias) {
        for (var row = 0u; row < batchRows; row++) {
          biasGradient += values[delta + row * ${outputQuads}u];
        }
        continue;
      }
      if (x >= ${sideBelow}u || y >= ${sideBelow}u) {
        continue;
      }
      let below = y * ${sideBelow}u + x;
${sumOverRows(layer, activations[l - 1] as number, channelsBelow)}    }
    if (isBias) {
      optimize(work, member, work.parameters + ${biases}u + quad, biasGradient);
      continue;
    }
    let weight = work.parameters + ${weights}u + (tap * ${channelsBelow}u + 4u * inputQuad) * ${rowQuads}u + quad;
    for (var i = 0u; i < ${Math.min(4, channelsBelow)}u; i++) {
      optimize(work, member, weight + i * ${rowQuads}u, weightGradient[i]);
    }
  }
}
`;
}

/** Adds a place's share of the gradient: column i belongs to input i of the tile. */
function sumOverRows({ inputQuads, outputQuads }: PaddedLayer, activations: number, channelsBelow: number): string {
  if (channelsBelow === 1)
    return `      let input = work.values + ${activations}u + below / 4u;
      for (var row = 0u; row < batchRows; row++) {
        weightGradient[0] += values[delta + row * ${outputQuads}u] * values[input + row * ${inputQuads}u][below % 4u];
      }
`;
  return `      var input = work.values + ${activations}u + below * ${channelsBelow / 4}u + inputQuad;
      for (var row = 0u; row < batchRows; row += 4u) {
        let inputs = mat4x4f(values[input], values[input + ${inputQuads}u], values[input + ${2 * inputQuads}u], values[input + ${3 * inputQuads}u]);
        let deltas = mat4x4f(values[delta], values[delta + ${outputQuads}u], values[delta + ${2 * outputQuads}u], values[delta + ${3 * outputQuads}u]);
        weightGradient += deltas * transpose(inputs);
        input += ${4 * inputQuads}u;
        delta += ${4 * outputQuads}u;
      }
`;
}
