import { expectInteger } from '../../core/expect.ts';
import type { Grid, MixRequest } from '../engine.ts';
import { expectGridRequest, expectMixRequest } from '../expect-requests.ts';
import { createScope } from '../scope.ts';
import { readBack } from './read-back.ts';
import { bindBuffers, dispatch, type WebgpuContext } from './webgpu-context.ts';
import { gridProgram, labelUnit } from './wgsl/grid-program.ts';
import { mixProgram, mixWorkgroupSize } from './wgsl/mix-program.ts';

/** See `Engine.mix`. */
export async function mixOnDevice(context: WebgpuContext, request: MixRequest): Promise<Float32Array> {
  expectMixRequest(request);
  const { width } = request;
  const count = request.first.length;
  expectFits(context, 4 * Math.max(count * width, request.rows.length));
  const pipeline = await context.programs.compile('mix', mixProgram);
  const { stride, groups } = spread(count * width);
  const call = Uint32Array.of(count, width, stride);
  const bytes = 4 * count * width;
  return new Float32Array(await runOnce(context, pipeline, call, requestArrays(request), bytes, groups));
}

/** See `Engine.countOnGrid`. */
export async function countMixedOnGrid(
  context: WebgpuContext,
  request: MixRequest,
  labels: Float32Array,
  grid: Grid,
): Promise<Float32Array> {
  expectGridRequest(request, labels, grid);
  const count = request.first.length;
  const cells = grid.columns * grid.rows;
  expectFits(context, 4 * Math.max(3 * cells, 2 * count, request.rows.length));
  const pipeline = await context.programs.compile('count on grid', gridProgram);
  const { stride, groups } = spread(count);
  const call = new Uint32Array(8);
  call.set([count, stride, grid.columns, grid.rows]);
  new Float32Array(call.buffer).set([...grid.x, ...grid.y], 4);
  const words = new Uint32Array(
    await runOnce(context, pipeline, call, [...requestArrays(request), labels], 12 * cells, groups),
  );
  const counted = new Float32Array(2 * cells);
  for (let cell = 0; cell < cells; cell += 1) {
    counted[cell] = words[3 * cell] as number;
    counted[cells + cell] = ((words[3 * cell + 2] as number) * 2 ** 32 + (words[3 * cell + 1] as number)) / labelUnit;
  }
  return counted;
}

const requestArrays = ({ rows, first, second, lambdas }: MixRequest): ArrayBufferView[] => [
  rows,
  first,
  second,
  lambdas,
];

/** Binds the call, its arrays and its results in this order, runs the program once, and frees everything. */
async function runOnce(
  context: WebgpuContext,
  pipeline: GPUComputePipeline,
  call: Uint32Array<ArrayBuffer>,
  arrays: readonly ArrayBufferView[],
  bytes: number,
  groups: readonly [number, number],
): Promise<ArrayBuffer> {
  const { buffers, guard } = context;
  guard.check();
  const { UNIFORM, STORAGE, COPY_SRC } = GPUBufferUsage;
  const scope = createScope();
  const allocator = buffers.for(scope);
  try {
    const results = allocator.create('mixed', bytes, STORAGE | COPY_SRC);
    const bound = [
      allocator.upload('call', call, UNIFORM),
      ...arrays.map((array) => allocator.upload('rows to mix', array as ArrayBufferView<ArrayBuffer>, STORAGE)),
      results,
    ];
    dispatch(context, pipeline, bindBuffers(context, pipeline, bound), ...groups);
    return await readBack(context, [{ buffer: results, bytes }]);
  } finally {
    scope.dispose();
  }
}

/** Spreads items over rows of workgroups, since one row of a dispatch may have only 65,535. */
function spread(items: number): { stride: number; groups: [number, number] } {
  const groups = Math.ceil(items / mixWorkgroupSize);
  const columns = Math.min(groups, 65535);
  return { stride: columns * mixWorkgroupSize, groups: [columns, Math.ceil(groups / columns)] };
}

function expectFits({ device }: WebgpuContext, bytes: number): void {
  const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;
  expectInteger('request (bytes of its largest array)', bytes, 0, Math.min(maxStorageBufferBindingSize, maxBufferSize));
}
