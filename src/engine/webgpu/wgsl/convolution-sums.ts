import type { ConvolutionShape } from '../../../core/training/convolution.ts';
import type { PaddedLayer } from '../padded-network.ts';
import { eachExample } from './each-example.ts';

/*
 * The sums of `tile-sums.ts` for layers of convolutions, forth and back. A quad of their units is four channels at one place. Numbers of
 * places wrap below 0, so that one comparison tells those that lie beside the picture.
 */

/** The sums of four examples, forward. */
export function convolutionForward(layer: PaddedLayer, l: number, shape: ConvolutionShape): string {
  const { weights, biases, rowQuads } = layer;
  const { side, sideBelow, stride, channelsBelow } = shape;
  return `
/// Layer ${l}, forward, as of a dense layer.
fn forwardSums${l}(firstParameter: u32, source: u32, quad: u32) -> mat4x4f {
  let place = quad / ${rowQuads}u;
  let channels = quad % ${rowQuads}u;
  let bias = parameters[firstParameter + ${biases}u + channels];
  var sums = mat4x4f(bias, bias, bias, bias);
  for (var tap = 0u; tap < 9u; tap++) {
    let x = ${stride}u * (place % ${side}u) + tap % 3u - 1u;
    let y = ${stride}u * (place / ${side}u) + tap / 3u - 1u;
    if (x >= ${sideBelow}u || y >= ${sideBelow}u) {
      continue;
    }
    let below = y * ${sideBelow}u + x;
    var weight = firstParameter + ${weights}u + tap * ${channelsBelow * rowQuads}u + channels;
${channelsBelow === 1 ? forwardFromPixel(layer) : forwardFromChannels(layer, channelsBelow)}  }
  return sums;
}
`;
}

const forwardFromPixel = ({ inputQuads }: PaddedLayer): string => `    let weights = parameters[weight];
${eachExample((e) => `    sums[${e}] += weights * values[source + ${e} * ${inputQuads}u + below / 4u][below % 4u];`)}
`;

const forwardFromChannels = (
  { inputQuads, rowQuads }: PaddedLayer,
  channelsBelow: number,
): string => `    for (var k = 0u; k < ${channelsBelow / 4}u; k++) {
      let weights = mat4x4f(
        parameters[weight],
        parameters[weight + ${rowQuads}u],
        parameters[weight + ${2 * rowQuads}u],
        parameters[weight + ${3 * rowQuads}u],
      );
      let input = source + below * ${channelsBelow / 4}u + k;
${eachExample((e) => `      sums[${e}] += weights * values[input + ${e} * ${inputQuads}u];`)}
      weight += ${4 * rowQuads}u;
    }
`;

/** The derivatives of four examples for what lies below. */
export function convolutionBackward(layer: PaddedLayer, l: number, shape: ConvolutionShape): string {
  return `
/// Layer ${l}, backward, as of a dense layer.
fn backwardSums${l}(firstParameter: u32, source: u32, quad: u32) -> mat4x4f {
  var sums = mat4x4f();
${shape.channelsBelow === 1 ? backwardToPixels(layer, shape) : backwardToChannels(layer, shape)}  return sums;
}
`;
}

/** Finds the place above of which the place `below` is tap number `tap`, if there is one, and where its deltas begin. */
const findAbove = ({ side, sideBelow, stride }: ConvolutionShape, { rowQuads }: PaddedLayer): string => `
    let x = below % ${sideBelow}u + 1u - tap % 3u;
    let y = below / ${sideBelow}u + 1u - tap / 3u;
    if (x % ${stride}u != 0u || y % ${stride}u != 0u || x / ${stride}u >= ${side}u || y / ${stride}u >= ${side}u) {
      continue;
    }
    let above = source + (y / ${stride}u * ${side}u + x / ${stride}u) * ${rowQuads}u;
`;

function backwardToChannels(layer: PaddedLayer, shape: ConvolutionShape): string {
  const { outputQuads, rowQuads, weights } = layer;
  const { channelsBelow } = shape;
  return `  let below = quad / ${channelsBelow / 4}u;
  for (var tap = 0u; tap < 9u; tap++) {${findAbove(shape, layer)}    let weight = firstParameter + ${weights}u + (tap * ${channelsBelow}u + 4u * (quad % ${channelsBelow / 4}u)) * ${rowQuads}u;
    for (var k = 0u; k < ${rowQuads}u; k++) {
      let weights = transpose(mat4x4f(
        parameters[weight + k],
        parameters[weight + ${rowQuads}u + k],
        parameters[weight + ${2 * rowQuads}u + k],
        parameters[weight + ${3 * rowQuads}u + k],
      ));
${eachExample((e) => `      sums[${e}] += weights * values[above + ${e} * ${outputQuads}u + k];`)}
    }
  }
`;
}

/** Four pixels, one after the other. */
function backwardToPixels(layer: PaddedLayer, shape: ConvolutionShape): string {
  const { outputQuads, rowQuads, weights } = layer;
  const pixels = shape.sideBelow ** 2;
  return `  for (var item = 0u; item < 36u; item++) {
    let pixel = item / 9u;
    let tap = item % 9u;
    let below = 4u * quad + pixel;
    if (below >= ${pixels}u) {
      continue;
    }${findAbove(shape, layer)}    let weight = firstParameter + ${weights}u + tap * ${rowQuads}u;
    let at = select(vec4f(0.0), vec4f(1.0), vec4u(0u, 1u, 2u, 3u) == vec4u(pixel));
    for (var k = 0u; k < ${rowQuads}u; k++) {
${eachExample((e) => `      sums[${e}] += at * dot(parameters[weight + k], values[above + ${e} * ${outputQuads}u + k]);`)}
    }
  }
`;
}
