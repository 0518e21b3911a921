import type { PaddedNetwork } from '../padded-network.ts';
import type { WorkgroupLimits } from '../kernel-shape.ts';
import { activationFunctions } from './activation.ts';
import { crossEntropyFunctions } from './cross-entropy.ts';
import {
  barrierOf,
  placeValues,
  pointPhases,
  sumOfQuads,
  tilePoints,
  type PointBlocks,
  type PointTiling,
} from './point-phases.ts';
import { eachExample } from './each-example.ts';
import { backwardSums } from './tile-sums.ts';

/** The binding of the points' labels. */
export const labelsBinding = 4;

/** How {@link inputGradientProgram} tiles points. */
export function inputGradientTiling({ quads }: PaddedNetwork, workgroup: WorkgroupLimits): PointTiling {
  return tilePoints(sumOfQuads(quads), workgroup);
}

/**
 * The WGSL program that writes the gradient of each point's cross-entropy for its inputs, `[members, count, inputs]`:
 * one workgroup for each member and block of points. On the way back each layer's deltas overwrite its values.
 */
export function inputGradientProgram(padded: PaddedNetwork, tiling: PointTiling): string {
  const { rows } = tiling;
  const { network, quads, layers, parameterQuads } = padded;
  const at = quads.map((_, l) => rows * sumOfQuads(quads.slice(0, l)));
  const blocks: PointBlocks = { ...tiling, at };
  const classes = network.sizes.at(-1) as number;
  const layersBack = layers.map((_, index) => index + 1).reverse();
  return `// Input gradients of ${network.sizes.join('-')} (${network.activation}), ${rows} points to a workgroup.
@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> parameters: array<vec4f>;
@group(0) @binding(2) var<storage, read> points: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;
@group(0) @binding(${labelsBinding}) var<storage, read> labels: array<f32>;
${pointPhases(padded, blocks)}${activationFunctions(network.activation)}${crossEntropyFunctions(classes)}${layersBack.map((l) => backwardSums(layers[l - 1] as (typeof layers)[number], l)).join('')}
/// Replaces one row of logits by the derivatives of its cross-entropy.
fn differentiateLoss(row: u32, point: u32) {
  let block = valuesAt + ${at.at(-1)}u + row * ${quads.at(-1) as number}u;
  var logits: Classes;
  var label: Classes;
  for (var c = 0u; c < ${classes}u; c++) {
    logits[c] = values[block + c / 4u][c % 4u];
    label[c] = labels[min(point, call.count - 1u) * ${classes}u + c];
  }
  let gradient = crossEntropyGradient(logits, label);
  for (var c = 0u; c < ${classes}u; c++) {
    values[block + c / 4u][c % 4u] = gradient[c];
  }
}

@compute @workgroup_size(workgroupSize)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
${placeValues(blocks)}  let firstPoint = workgroup.x * rows;
  let firstParameter = workgroup.y * ${parameterQuads}u;
  forward(thread, firstParameter, firstPoint);
  for (var row = thread; row < rows; row += workgroupSize) {
    differentiateLoss(row, firstPoint + row);
  }
  ${barrierOf(blocks)}
${layersBack.map((l) => backwardLayer(padded, blocks, l)).join('')}  let inputs = ${network.sizes[0] as number}u;
  for (var item = thread; item < rows * inputs; item += workgroupSize) {
    let point = firstPoint + item / inputs;
    let input = item % inputs;
    if (point < call.count) {
      results[(workgroup.y * call.count + point) * inputs + input] = values[valuesAt + (item / inputs) * ${quads[0] as number}u + input / 4u][input % 4u];
    }
  }
}
`;
}

function backwardLayer({ quads }: PaddedNetwork, blocks: PointBlocks, l: number): string {
  const { rows, at } = blocks;
  const inputQuads = quads[l - 1] as number;
  return `  for (var tile = thread; tile < ${(rows / 4) * inputQuads}u; tile += workgroupSize) {
    let row = 4u * (tile / ${inputQuads}u);
    let quad = tile % ${inputQuads}u;
    let sums = backwardSums${l}(firstParameter, valuesAt + ${at[l] as number}u + row * ${quads[l] as number}u, quad);
    let into = valuesAt + ${at[l - 1] as number}u + row * ${inputQuads}u + quad;
${eachExample((e) => `    values[into + ${e} * ${inputQuads}u] = sums[${e}]${l === 1 ? '' : ` * slope(values[into + ${e} * ${inputQuads}u])`};`)}
  }
  ${barrierOf(blocks)}
`;
}
