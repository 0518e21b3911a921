import type { PaddedLayer } from '../padded-network.ts';
import { convolutionBackward, convolutionForward } from './convolution-sums.ts';

/**
 * The two matrix products of a layer for one tile of 4 examples x 4 units, in registers: each vec4 that is loaded serves
 * four times. Programs that use them declare `parameters` and `values`, arrays of vec4f.
 *
 * @param l the layer's number, 1 for the first that has weights
 */
export function forwardSums(layer: PaddedLayer, l: number): string {
  const { inputQuads, outputQuads, weights, biases, convolution } = layer;
  if (convolution) return convolutionForward(layer, l, convolution);
  return `
/// Layer ${l}, forward: biases plus weighted sums. Column e belongs to example e, row u to unit 4 quad + u.
/// firstParameter: the member's first quad; source: the first quad of the first example's inputs.
fn forwardSums${l}(firstParameter: u32, source: u32, quad: u32) -> mat4x4f {
  let bias = parameters[firstParameter + ${biases}u + quad];
  var sums = mat4x4f(bias, bias, bias, bias);
  var weight = firstParameter + ${weights}u + quad;
  for (var k = 0u; k < ${inputQuads}u; k++) {
    let weights = mat4x4f(
      parameters[weight],
      parameters[weight + ${outputQuads}u],
      parameters[weight + ${2 * outputQuads}u],
      parameters[weight + ${3 * outputQuads}u],
    );
    let inputs = mat4x4f(
      values[source + k],
      values[source + ${inputQuads}u + k],
      values[source + ${2 * inputQuads}u + k],
      values[source + ${3 * inputQuads}u + k],
    );
    sums += weights * inputs;
    weight += ${4 * outputQuads}u;
  }
  return sums;
}
`;
}

/** See {@link forwardSums}: the same for the way back, from a layer's deltas to the derivatives for its inputs. */
export function backwardSums(layer: PaddedLayer, l: number): string {
  const { outputQuads, weights, convolution } = layer;
  if (convolution) return convolutionBackward(layer, l, convolution);
  return `
/// Layer ${l}, backward: derivatives for its inputs. Column e belongs to example e, row i to input 4 quad + i.
/// source: the first quad of the first example's deltas.
fn backwardSums${l}(firstParameter: u32, source: u32, quad: u32) -> mat4x4f {
  var sums = mat4x4f();
  let weight = firstParameter + ${weights}u + quad * ${4 * outputQuads}u;
  for (var k = 0u; k < ${outputQuads}u; k++) {
    let weights = mat4x4f(
      parameters[weight + k],
      parameters[weight + ${outputQuads}u + k],
      parameters[weight + ${2 * outputQuads}u + k],
      parameters[weight + ${3 * outputQuads}u + k],
    );
    let deltas = mat4x4f(
      values[source + k],
      values[source + ${outputQuads}u + k],
      values[source + ${2 * outputQuads}u + k],
      values[source + ${3 * outputQuads}u + k],
    );
    sums += transpose(weights) * deltas;
  }
  return sums;
}
`;
}
