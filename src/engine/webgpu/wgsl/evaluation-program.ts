import type { PaddedNetwork } from '../padded-network.ts';
import type { WorkgroupLimits } from '../kernel-shape.ts';
import { activationFunctions } from './activation.ts';
import { placeValues, pointPhases, tilePoints, type PointBlocks, type PointTiling } from './point-phases.ts';

/** How {@link evaluationProgram} tiles points. */
export function evaluationTiling({ quads }: PaddedNetwork, workgroup: WorkgroupLimits): PointTiling {
  return tilePoints(2 * Math.max(...quads), workgroup);
}

/**
 * The WGSL program that writes log-probabilities `[members, count, classes]` of points, for all members:
 * one workgroup for each member and block of points. Only two layers' values exist at a time.
 */
export function evaluationProgram(padded: PaddedNetwork, tiling: PointTiling): string {
  const { rows } = tiling;
  const widest = Math.max(...padded.quads);
  const blocks: PointBlocks = { ...tiling, at: padded.quads.map((_, l) => (l % 2) * rows * widest) };
  const classes = padded.network.sizes.at(-1) as number;
  const outputQuads = padded.quads.at(-1) as number;
  return `// Evaluates ${padded.network.sizes.join('-')} (${padded.network.activation}), ${rows} points to a workgroup.
@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> parameters: array<vec4f>;
@group(0) @binding(2) var<storage, read> points: array<f32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;
${pointPhases(padded, blocks)}${activationFunctions(padded.network.activation)}
/// Writes the logarithm of the softmax of one row of logits.
fn writeLogProbabilities(row: u32, result: u32) {
  let block = valuesAt + ${blocks.at.at(-1) as number}u + row * ${outputQuads}u;
  var most = values[block][0];
  for (var c = 1u; c < ${classes}u; c++) {
    most = max(most, values[block + c / 4u][c % 4u]);
  }
  var total = 0.0;
  for (var c = 0u; c < ${classes}u; c++) {
    total += exp(values[block + c / 4u][c % 4u] - most);
  }
  let logTotal = log(total);
  for (var c = 0u; c < ${classes}u; c++) {
    results[result + c] = values[block + c / 4u][c % 4u] - most - logTotal;
  }
}

@compute @workgroup_size(workgroupSize)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
${placeValues(blocks)}  let firstPoint = workgroup.x * rows;
  let firstParameter = workgroup.y * ${padded.parameterQuads}u;
  forward(thread, firstParameter, firstPoint);
  for (var row = thread; row < rows; row += workgroupSize) {
    if (firstPoint + row < call.count) {
      writeLogProbabilities(row, (workgroup.y * call.count + firstPoint + row) * ${classes}u);
    }
  }
}
`;
}
