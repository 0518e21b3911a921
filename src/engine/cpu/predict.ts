import type { Kernels } from './kernels.ts';
import type { LayerLoops } from './layer-loops.ts';
import { paddedRows } from './padded-layout.ts';
import type { Workspace } from './workspace.ts';
import type { Arena } from './arena.ts';

/** Points computed at once: enough to keep the loops busy, few enough to stay in cache. */
export const predictionBlock = 64;

/** Points, or labels, in blocks of {@link predictionBlock}, each feature-major: where they lie, and how many there are. */
interface PointBlocks {
  readonly address: number;
  readonly count: number;
  /** Numbers stored for each of them. */
  readonly width: number;
}

/**
 * Copies points into the memory of the loops; `release` its address afterwards.
 *
 * @param table `[count, columns]`
 * @param width columns to be stored, at least `columns`
 */
export function storePoints(arena: Arena, table: Float32Array, columns: number, width: number): PointBlocks {
  const count = table.length / columns;
  const numbers = paddedRows(count) * width;
  const address = arena.take(4 * numbers);
  const stored = arena.floats(address, numbers);
  eachBlock(count, (start, rows, padded) => {
    for (let r = 0; r < rows; r += 1) {
      for (let u = 0; u < columns; u += 1)
        stored[start * width + u * padded + r] = table[(start + r) * columns + u] as number;
    }
  });
  return { address, count, width };
}

/** Puts log-probabilities of points under one member into `out`, `[count, classes]`. */
export function evaluateMember(
  arena: Arena,
  workspace: Workspace,
  parameters: number,
  points: PointBlocks,
  out: Float32Array,
): void {
  const { layout, values } = workspace;
  const classes = layout.network.sizes.at(-1) as number;
  const logits = values.at(-1) as number;
  eachBlock(points.count, (start, rows, padded) => {
    runForward(arena.kernels, workspace, parameters, points.address + 4 * start * points.width, padded);
    arena.kernels.logProbabilities(logits, classes, padded);
    copyRows(arena.floats(logits, classes * padded), padded, rows, classes, out, start);
  });
}

/**
 * Puts the gradient of each point's own cross-entropy for its inputs, under one member, into `out`, `[count, inputs]`.
 *
 * @param labels soft labels, as wide as the last layer
 */
export function inputGradientsOfMember(
  arena: Arena,
  workspace: Workspace,
  parameters: number,
  points: PointBlocks,
  labels: PointBlocks,
  out: Float32Array,
): void {
  const { kernels } = arena;
  const { layout, loops, values, deltas, rowWeights } = workspace;
  const { sizes } = layout.network;
  const last = layout.layers.length;
  const columns = sizes[0] as number;
  const classes = sizes.at(-1) as number;
  const logits = values[last] as number;
  eachBlock(points.count, (start, rows, padded) => {
    runForward(kernels, workspace, parameters, points.address + 4 * start * points.width, padded);
    const target = labels.address + 4 * start * labels.width;
    const output = deltas[last] as number;
    // What an earlier block with more rows left where this one has a class that does not exist.
    arena.floats(output, labels.width * padded).fill(0);
    kernels.deltaOfLogits(logits, target, rowWeights, output, classes, padded);
    for (let l = last; l >= 1; l -= 1) {
      const below = deltas[l - 1] as number;
      const count = padded * (layout.widths[l - 1] as number);
      (loops[l - 1] as LayerLoops).backward(parameters, deltas[l] as number, below, padded);
      if (l > 1) kernels.scaleBySlope(layout.isTanh, values[l - 1] as number, 0, 1, below, count);
    }
    copyRows(arena.floats(deltas[0] as number, columns * padded), padded, rows, columns, out, start);
  });
}

function eachBlock(count: number, visit: (start: number, rows: number, padded: number) => void): void {
  for (let start = 0; start < count; start += predictionBlock) {
    const rows = Math.min(predictionBlock, count - start);
    visit(start, rows, paddedRows(rows));
  }
}

/** Copies the first `rows` columns of `[width, padded]` into the rows of `out` from `start` on. */
function copyRows(
  block: Float32Array,
  padded: number,
  rows: number,
  width: number,
  out: Float32Array,
  start: number,
): void {
  for (let r = 0; r < rows; r += 1) {
    for (let u = 0; u < width; u += 1) out[(start + r) * width + u] = block[u * padded + r] as number;
  }
}

function runForward(
  kernels: Kernels,
  { layout, loops, values }: Workspace,
  parameters: number,
  points: number,
  rows: number,
): void {
  loops.forEach(({ forward }, l) => {
    const z = values[l + 1] as number;
    forward(parameters, l === 0 ? points : (values[l] as number), z, rows);
    if (l < loops.length - 1) kernels.activate(layout.isTanh, z, rows * (layout.widths[l + 1] as number));
  });
}
