import type { PaddedNetwork } from '../padded-network.ts';
import type { WorkgroupLimits } from '../kernel-shape.ts';
import { eachExample } from './each-example.ts';
import { forwardSums } from './tile-sums.ts';

/** How points are divided among workgroups and threads. */
export interface PointTiling {
  /** Points of one workgroup, a multiple of four. */
  readonly rows: number;
  /** Threads of a workgroup. */
  readonly threads: number;
  /** Quads of the values of all points of a workgroup. */
  readonly quads: number;
  /** Where these values lie: memory shared by the workgroup if they fit, else a storage buffer. */
  readonly placement: 'workgroup' | 'storage';
}

/** The values of the fewest points a workgroup can have, in quads, whatever is computed of them. */
export function pointQuads({ quads }: PaddedNetwork): number {
  return 4 * Math.max(2 * Math.max(...quads), sumOfQuads(quads));
}

/** Quads of one row of all layers. */
export const sumOfQuads = (quads: readonly number[]): number => quads.reduce((sum, quad) => sum + quad, 0);

/** As many points for each workgroup, 4 to 64, as fit into the memory it shares; each takes `quads` quads of it. */
export function tilePoints(quads: number, { bytes, threads }: WorkgroupLimits): PointTiling {
  const rows = Math.max(4, Math.min(64, 4 * Math.floor(bytes / (4 * 16 * quads))));
  return {
    rows,
    threads: Math.min(64, threads),
    quads: rows * quads,
    placement: 16 * rows * quads <= bytes ? 'workgroup' : 'storage',
  };
}

/** Where a workgroup keeps the values of its points, in quads: block `at[l]` for layer l, `[rows, quads of the layer]`. */
export interface PointBlocks extends PointTiling {
  readonly at: readonly number[];
}

/** The binding of values that lie in a storage buffer. */
export const valuesBinding = 5;

/** Waits until all threads of a workgroup see each other's values. */
export const barrierOf = ({ placement }: PointTiling): string =>
  placement === 'workgroup' ? 'workgroupBarrier();' : 'storageBarrier();';

/** The start of a program's `main`: where the workgroup's values begin. */
export const placeValues = ({ placement, quads }: PointTiling): string =>
  placement === 'workgroup' ? '' : `  valuesAt = (workgroup.y * groups.x + workgroup.x) * ${quads}u;\n`;

/** Loads a block of points and runs them through the network: `forward(thread, firstParameter, firstPoint)` leaves logits in the last block. */
export function pointPhases(padded: PaddedNetwork, blocks: PointBlocks): string {
  const inputs = padded.network.sizes[0] as number;
  return `
struct Call {
  count: u32,
}

const workgroupSize = ${blocks.threads}u;
const rows = ${blocks.rows}u;
${
  blocks.placement === 'workgroup'
    ? `var<workgroup> values: array<vec4f, ${blocks.quads}>;
const valuesAt = 0u;`
    : `@group(0) @binding(${valuesBinding}) var<storage, read_write> values: array<vec4f>;
/// Where the values of this workgroup begin.
var<private> valuesAt: u32;`
}

fn inputOf(point: u32, input: u32) -> f32 {
  return select(0.0, points[min(point, call.count - 1u) * ${inputs}u + min(input, ${inputs - 1}u)], input < ${inputs}u);
}

fn loadPoints(thread: u32, firstPoint: u32) {
  for (var item = thread; item < rows * ${padded.quads[0] as number}u; item += workgroupSize) {
    let point = firstPoint + item / ${padded.quads[0] as number}u;
    let input = 4u * (item % ${padded.quads[0] as number}u);
    values[valuesAt + ${blocks.at[0] as number}u + item] = vec4f(inputOf(point, input), inputOf(point, input + 1u), inputOf(point, input + 2u), inputOf(point, input + 3u));
  }
}
${padded.layers.map((layer, index) => forwardSums(layer, index + 1)).join('')}
fn forward(thread: u32, firstParameter: u32, firstPoint: u32) {
  loadPoints(thread, firstPoint);
  ${barrierOf(blocks)}
${padded.layers.map((_, index) => forwardLayer(padded, blocks, index + 1)).join('')}}
`;
}

function forwardLayer({ quads, layers }: PaddedNetwork, blocks: PointBlocks, l: number): string {
  const { rows, at } = blocks;
  const outputQuads = quads[l] as number;
  const isOutput = l === layers.length;
  return `  for (var tile = thread; tile < ${(rows / 4) * outputQuads}u; tile += workgroupSize) {
    let row = 4u * (tile / ${outputQuads}u);
    let quad = tile % ${outputQuads}u;
    let sums = forwardSums${l}(firstParameter, valuesAt + ${at[l - 1] as number}u + row * ${quads[l - 1] as number}u, quad);
${eachExample((e) => `    values[valuesAt + ${at[l] as number}u + (row + ${e}) * ${outputQuads}u + quad] = ${isOutput ? `sums[${e}]` : `activate(sums[${e}])`};`)}
  }
  ${barrierOf(blocks)}
`;
}
