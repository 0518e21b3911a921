import type { PaddedLayer } from '../padded-network.ts';
import type { KernelShape } from '../kernel-shape.ts';
import { convolutionTiles, updateConvolution } from './convolution-update.ts';

/**
 * The gradient of every parameter, 4 x 4 weights to a thread, and the optimizer's step in the same breath, so that
 * gradients are never stored. No barrier is needed between layers: nothing here reads what another layer's tiles write.
 */
export function updatePhase(shape: KernelShape): string {
  const { layers } = shape.padded;
  let tilesBefore = 0;
  const functions = layers.map((layer, index) => {
    const { convolution } = layer;
    const firstThread = tilesBefore % shape.workgroupSize;
    if (convolution) {
      tilesBefore += convolutionTiles(layer, convolution) + layer.rowQuads;
      return updateConvolution(shape, layer, convolution, index + 1, firstThread);
    }
    tilesBefore += layer.inputQuads * layer.outputQuads;
    return updateLayer(shape, layer, index + 1, firstThread);
  });
  return `${shape.optimizer === 'adam' ? adamFunction : sgdFunction}${functions.join('')}`;
}

function updateLayer(shape: KernelShape, layer: PaddedLayer, l: number, firstThread: number): string {
  const { inputQuads, outputQuads, weights, biases } = layer;
  const { activations, deltas, mixed } = shape.values;
  const plain = `${activations[l - 1] as number}u`;
  const source =
    l > 1 && l - 1 <= shape.mixingLayer ? `select(${plain}, ${mixed}u, member.mixingLayer == ${l - 1}u)` : plain;
  const rows = l <= shape.mixingLayer ? `select(batchRows, 2u * batchRows, member.mixingLayer >= ${l}u)` : 'batchRows';
  return `
/// Layer ${l}. Its tiles start at thread ${firstThread}, where those of the layer before end, so that small layers run side by side.
fn update${l}(work: Work, member: Member) {
  let rows = ${rows};
  for (var tile = (work.thread + ${shape.workgroupSize - firstThread}u) % workgroupSize; tile < ${inputQuads * outputQuads}u; tile += workgroupSize) {
    let inputQuad = tile / ${outputQuads}u;
    let quad = tile % ${outputQuads}u;
    var weightGradient = mat4x4f();
    var biasGradient = vec4f(0.0);
    var input = work.values + ${source} + inputQuad;
    var delta = work.values + ${deltas[l] as number}u + quad;
    for (var row = 0u; row < rows; row += 4u) {
      let inputs = mat4x4f(values[input], values[input + ${inputQuads}u], values[input + ${2 * inputQuads}u], values[input + ${3 * inputQuads}u]);
      let deltas = mat4x4f(values[delta], values[delta + ${outputQuads}u], values[delta + ${2 * outputQuads}u], values[delta + ${3 * outputQuads}u]);
      weightGradient += deltas * transpose(inputs);
      biasGradient += deltas[0] + deltas[1] + deltas[2] + deltas[3];
      input += ${4 * inputQuads}u;
      delta += ${4 * outputQuads}u;
    }
    let weight = work.parameters + ${weights}u + inputQuad * ${4 * outputQuads}u + quad;
    for (var i = 0u; i < 4u; i++) {
      optimize(work, member, weight + i * ${outputQuads}u, weightGradient[i]);
    }
    if (inputQuad == 0u) {
      optimize(work, member, work.parameters + ${biases}u + quad, biasGradient);
    }
  }
}
`;
}

const adamFunction = `
/// Adam (Kingma and Ba 2015), for four parameters; the bias corrections lie after the plan's table.
fn optimize(work: Work, member: Member, at: u32, lossGradient: vec4f) {
  let gradient = lossGradient + member.weightDecay * parameters[at];
  let first = member.beta1 * firstMoments[at] + member.beta1Rest * gradient;
  let second = member.beta2 * secondMoments[at] + member.beta2Rest * gradient * gradient;
  let firstCorrection = plan[work.corrections];
  let secondCorrection = plan[work.corrections + 1u];
  firstMoments[at] = first;
  secondMoments[at] = second;
  parameters[at] -= member.learningRate * (first * firstCorrection) / (sqrt(second * secondCorrection) + member.epsilon);
}
`;

const sgdFunction = `
/// Gradient descent with heavy-ball momentum, for four parameters.
fn optimize(work: Work, member: Member, at: u32, lossGradient: vec4f) {
  let velocity = member.momentum * firstMoments[at] + lossGradient + member.weightDecay * parameters[at];
  firstMoments[at] = velocity;
  parameters[at] -= member.learningRate * velocity;
}
`;
