import { createScope } from '../scope.ts';
import type { PaddedNetwork } from './padded-network.ts';
import type { PointUploads } from './point-uploads.ts';
import { readBack } from './read-back.ts';
import { bindBuffers, dispatch, type WebgpuContext } from './webgpu-context.ts';
import { evaluationProgram, evaluationTiling } from './wgsl/evaluation-program.ts';
import { inputGradientProgram, inputGradientTiling, labelsBinding } from './wgsl/input-gradient-program.ts';
import { valuesBinding, type PointTiling } from './wgsl/point-phases.ts';

/** Runs points through all members of an ensemble and reads the results back. */
export class PointEvaluator {
  readonly #context: WebgpuContext;
  readonly #padded: PaddedNetwork;
  readonly #members: number;
  readonly #parameters: GPUBuffer;
  readonly #uploads: PointUploads;

  constructor(
    context: WebgpuContext,
    padded: PaddedNetwork,
    members: number,
    parameters: GPUBuffer,
    uploads: PointUploads,
  ) {
    this.#context = context;
    this.#padded = padded;
    this.#members = members;
    this.#parameters = parameters;
    this.#uploads = uploads;
  }

  /** See `TrainingEnsemble.evaluate`. */
  async evaluate(points: Float32Array): Promise<Float32Array> {
    const tiling = evaluationTiling(this.#padded, this.#context.workgroup);
    const pipeline = await this.#context.programs.compile('evaluate', evaluationProgram(this.#padded, tiling));
    return this.#run(pipeline, tiling, points, this.#classes);
  }

  /** See `TrainingEnsemble.inputGradients`. */
  async inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array> {
    const tiling = inputGradientTiling(this.#padded, this.#context.workgroup);
    const pipeline = await this.#context.programs.compile(
      'input gradients',
      inputGradientProgram(this.#padded, tiling),
    );
    return this.#run(pipeline, tiling, points, this.#inputs, labels);
  }

  async #run(
    pipeline: GPUComputePipeline,
    tiling: PointTiling,
    points: Float32Array,
    width: number,
    labels?: Float32Array,
  ): Promise<Float32Array> {
    const count = points.length / this.#inputs;
    const most = this.#pointsAtOnce(tiling, width);
    if (count <= most) return this.#runBlock(pipeline, tiling, points, count, width, labels);
    const results = new Float32Array(this.#members * count * width);
    for (let first = 0; first < count; first += most) {
      const block = Math.min(most, count - first);
      const part = (array: Float32Array, columns: number): Float32Array =>
        array.subarray(first * columns, (first + block) * columns);
      const computed = await this.#runBlock(
        pipeline,
        tiling,
        part(points, this.#inputs),
        block,
        width,
        labels && part(labels, this.#classes),
      );
      for (let m = 0; m < this.#members; m += 1)
        results.set(computed.subarray(m * block * width, (m + 1) * block * width), (m * count + first) * width);
    }
    return results;
  }

  async #runBlock(
    pipeline: GPUComputePipeline,
    tiling: PointTiling,
    points: Float32Array,
    count: number,
    width: number,
    labels?: Float32Array,
  ): Promise<Float32Array> {
    const { buffers } = this.#context;
    this.#context.guard.check();
    const bytes = 4 * this.#members * count * width;
    const { UNIFORM, STORAGE, COPY_SRC } = GPUBufferUsage;
    const scope = createScope();
    const allocator = buffers.for(scope);
    try {
      const call = allocator.upload('call', Uint32Array.of(count), UNIFORM);
      const results = allocator.create('results', bytes, STORAGE | COPY_SRC);
      const soft = labels && allocator.upload('labels of points', labels as Float32Array<ArrayBuffer>, STORAGE);
      const bound = new Map([call, this.#parameters, this.#uploads.bufferOf(points), results].entries());
      if (soft) bound.set(labelsBinding, soft);
      const blocks = Math.ceil(count / tiling.rows);
      if (tiling.placement === 'storage')
        bound.set(valuesBinding, allocator.create('values of points', blocks * this.#blockBytes(tiling), STORAGE));
      dispatch(this.#context, pipeline, bindBuffers(this.#context, pipeline, bound), blocks, this.#members);
      return new Float32Array(await readBack(this.#context, [{ buffer: results, bytes }]));
    } finally {
      scope.dispose();
    }
  }

  /** What the values of all members for one block of points take in a buffer. */
  #blockBytes({ quads, placement }: PointTiling): number {
    return placement === 'storage' ? 16 * quads * this.#members : 0;
  }

  /** Points whose results, inputs and values fit one buffer each, and whose blocks fit one dispatch. */
  #pointsAtOnce(tiling: PointTiling, width: number): number {
    const { maxStorageBufferBindingSize, maxBufferSize, maxComputeWorkgroupsPerDimension } =
      this.#context.device.limits;
    const bytes = Math.min(maxStorageBufferBindingSize, maxBufferSize);
    const numbers = Math.floor(bytes / 4);
    const blocks = Math.floor(bytes / Math.max(1, this.#blockBytes(tiling)));
    return Math.min(
      tiling.rows * Math.min(maxComputeWorkgroupsPerDimension, blocks),
      Math.floor(numbers / Math.max(this.#members * width, this.#inputs, this.#classes)),
    );
  }

  get #inputs(): number {
    return this.#padded.network.sizes[0] as number;
  }

  get #classes(): number {
    return this.#padded.network.sizes.at(-1) as number;
  }
}
