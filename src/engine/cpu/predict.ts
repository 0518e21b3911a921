import { activate, scaleBySlope } from './activation.ts';
import { denseBackward, denseForward } from './dense.ts';
import { roundUp, rowBlock, type PaddedLayer } from './padded-layout.ts';
import { logSoftmax, softmax } from './softmax.ts';
import type { Workspace } from './workspace.ts';

/** Points computed at once: enough to keep the kernel's loops busy, few enough to stay in cache. */
export const predictionBlock = 64;

/**
 * Log-probabilities of points under one member.
 *
 * @param points `[count, inputs]`
 * @param out receives `[count, classes]`
 */
export function evaluateMember(
  workspace: Workspace,
  parameters: Float64Array,
  points: Float32Array,
  out: Float32Array,
): void {
  const { layout, values } = workspace;
  const classes = layout.network.sizes.at(-1) as number;
  const width = layout.widths.at(-1) as number;
  const logits = values.at(-1) as Float64Array;
  eachBlock(workspace, points, (start, rows) => {
    runForward(workspace, parameters, rows);
    logSoftmax(logits, rows, classes, width);
    for (let r = 0; r < rows; r += 1) {
      for (let c = 0; c < classes; c += 1) out[(start + r) * classes + c] = logits[r * width + c] as number;
    }
  });
}

/**
 * Gradient of each point's own cross-entropy for its inputs, under one member.
 *
 * @param points `[count, inputs]`
 * @param labels `[count, classes]`, each row summing to 1
 * @param out receives `[count, inputs]`
 */
export function inputGradientsOfMember(
  workspace: Workspace,
  parameters: Float64Array,
  points: Float32Array,
  labels: Float32Array,
  out: Float32Array,
): void {
  const { layout, values, deltas } = workspace;
  const { sizes, activation } = layout.network;
  const last = layout.layers.length;
  const columns = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  const inputWidth = layout.widths[0] as number;
  const outputWidth = layout.widths[last] as number;
  const output = deltas[last] as Float64Array;
  const result = deltas[0] as Float64Array;
  eachBlock(workspace, points, (start, rows) => {
    const stored = roundUp(rows, rowBlock);
    runForward(workspace, parameters, rows);
    output.fill(0);
    softmax(values[last] as Float64Array, rows, classes, outputWidth, output);
    for (let r = 0; r < rows; r += 1) {
      for (let c = 0; c < classes; c += 1) {
        output[r * outputWidth + c] =
          (output[r * outputWidth + c] as number) - (labels[(start + r) * classes + c] as number);
      }
    }
    for (let l = last; l >= 1; l -= 1) {
      const below = deltas[l - 1] as Float64Array;
      denseBackward(deltas[l] as Float64Array, stored, layout.layers[l - 1] as PaddedLayer, parameters, below);
      if (l > 1)
        scaleBySlope(activation, values[l - 1] as Float64Array, 1, below, stored * (layout.widths[l - 1] as number));
    }
    for (let r = 0; r < rows; r += 1) {
      for (let u = 0; u < columns; u += 1) out[(start + r) * columns + u] = result[r * inputWidth + u] as number;
    }
  });
}

/** Loads the points block by block and visits each. */
function eachBlock(workspace: Workspace, points: Float32Array, visit: (start: number, rows: number) => void): void {
  const columns = workspace.layout.network.sizes[0] as number;
  const width = workspace.layout.widths[0] as number;
  const x = workspace.values[0] as Float64Array;
  const count = points.length / columns;
  for (let start = 0; start < count; start += predictionBlock) {
    const rows = Math.min(predictionBlock, count - start);
    for (let r = 0; r < rows; r += 1) {
      for (let u = 0; u < columns; u += 1) x[r * width + u] = points[(start + r) * columns + u] as number;
    }
    visit(start, rows);
  }
}

function runForward({ layout, values }: Workspace, parameters: Float64Array, rows: number): void {
  const stored = roundUp(rows, rowBlock);
  layout.layers.forEach((layer, l) => {
    const z = values[l + 1] as Float64Array;
    denseForward(values[l] as Float64Array, stored, layer, parameters, z);
    if (l < layout.layers.length - 1) activate(layout.network.activation, z, stored * layer.outputs);
  });
}
