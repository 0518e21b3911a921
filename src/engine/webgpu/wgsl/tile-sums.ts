import type { PaddedLayer } from '../padded-network.ts';

/**
 * One line of WGSL for each of a tile's four examples. They are written out, since a matrix that is indexed by a variable
 * does not stay in registers everywhere.
 *
 * @param line the line for example `e`, a literal
 */
export function eachExample(line: (e: string) => string): string {
  return ['0u', '1u', '2u', '3u'].map(line).join('\n');
}

/**
 * The two matrix products of a layer for one tile of 4 examples x 4 units, in registers: each vec4 that is loaded serves
 * four times. Programs that use them declare `parameters` and `values`, arrays of vec4f.
 *
 * @param l the layer's number, 1 for the first that has weights
 */
export function forwardSums(layer: PaddedLayer, l: number): string {
  const { inputQuads, outputQuads, weights, biases } = layer;
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
  const { outputQuads, weights } = layer;
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
