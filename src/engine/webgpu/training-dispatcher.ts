import { biasCorrections, decayRates } from '../../core/training/optimizer.ts';
import type { MemberChunk, TrainingBuffers, TrainingLayout } from './training-buffers.ts';
import { bindBuffers, dispatch, type WebgpuContext } from './webgpu-context.ts';
import { runFields, trainingBindings } from './wgsl/training-declarations.ts';

/** Queues the dispatches that train. */
export class TrainingDispatcher {
  readonly #context: WebgpuContext;
  readonly #pipeline: GPUComputePipeline;
  readonly #buffers: TrainingBuffers;
  readonly #bindings: ReadonlyMap<MemberChunk, GPUBindGroup>;
  /** One optimizer for each pair of decay rates. */
  readonly #rates: ReturnType<typeof decayRates>['distinct'];
  /** Where bias corrections begin in the plan's buffer, after the table. */
  readonly #correctionsAt: number;

  constructor(
    context: WebgpuContext,
    pipeline: GPUComputePipeline,
    buffers: TrainingBuffers,
    { ensemble, plan }: TrainingLayout,
  ) {
    this.#context = context;
    this.#pipeline = pipeline;
    this.#buffers = buffers;
    const numbered = (named: MemberChunk['buffers']): [number, GPUBuffer][] =>
      Array.from(named, ([name, buffer]) => [trainingBindings[name], buffer]);
    this.#bindings = new Map(
      buffers.chunks.map((chunk) => [
        chunk,
        bindBuffers(context, pipeline, new Map([...numbered(buffers.shared), ...numbered(chunk.buffers)])),
      ]),
    );
    this.#rates = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).distinct;
    this.#correctionsAt = plan.table.length;
  }

  /** Uploads what depends on the step alone; the dispatches queued from now on train these steps. */
  prepareSteps(firstStep: number, steps: number): void {
    const rates = this.#rates;
    if (rates.length === 0) return;
    const corrections = new Float32Array(2 * steps * rates.length);
    for (let s = 0; s < steps; s += 1)
      rates.forEach((rate, k) => corrections.set(biasCorrections(rate, firstStep + s + 1), 2 * (s * rates.length + k)));
    this.#write('plan', 4 * this.#correctionsAt, corrections);
  }

  /** Queues the steps that were prepared last for `count` members from number `firstMember` on, a dispatch for each chunk they are in. */
  train(firstStep: number, steps: number, firstMember: number, count: number): void {
    for (const chunk of this.#buffers.chunks) {
      const from = Math.max(firstMember, chunk.first);
      const to = Math.min(firstMember + count, chunk.first + chunk.count);
      if (from >= to) continue;
      const fields: Record<(typeof runFields)[number], number> = {
        steps,
        firstStep,
        firstMember: from - chunk.first,
        corrections: this.#rates.length,
        correctionsAt: this.#correctionsAt,
      };
      this.#write(
        'run',
        0,
        Uint32Array.from(runFields, (field) => fields[field]),
      );
      dispatch(this.#context, this.#pipeline, this.#bindings.get(chunk) as GPUBindGroup, to - from);
    }
  }

  #write(name: keyof typeof trainingBindings, offset: number, data: ArrayBufferView<ArrayBuffer>): void {
    this.#context.device.queue.writeBuffer(this.#buffers.shared.get(name) as GPUBuffer, offset, data);
  }
}
