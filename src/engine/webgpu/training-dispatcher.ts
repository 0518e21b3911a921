import { biasCorrections, decayRates, type Optimizer } from '../../core/training/optimizer.ts';
import type { Plan, PlanStreams } from '../../core/training/plan.ts';
import type { TrainingBuffers } from './training-buffers.ts';
import { bindBuffers, dispatch, type WebgpuContext } from './webgpu-context.ts';
import { runFields, trainingBindings } from './wgsl/training-declarations.ts';

/** Uploads plans and queues the dispatches that train along them. */
export class TrainingDispatcher {
  readonly #context: WebgpuContext;
  readonly #pipeline: GPUComputePipeline;
  readonly #bindings: GPUBindGroup;
  readonly #buffers: TrainingBuffers;
  readonly #streams: PlanStreams;
  /** One optimizer for each pair of decay rates. */
  readonly #rates: ReturnType<typeof decayRates>['distinct'];

  constructor(
    context: WebgpuContext,
    pipeline: GPUComputePipeline,
    buffers: TrainingBuffers,
    optimizers: readonly Optimizer[],
    streams: PlanStreams,
  ) {
    this.#context = context;
    this.#pipeline = pipeline;
    this.#buffers = buffers;
    this.#bindings = bindBuffers(
      context,
      pipeline,
      new Map(Array.from(buffers, ([name, buffer]) => [trainingBindings[name], buffer])),
    );
    this.#rates = decayRates(optimizers).distinct;
    this.#streams = streams;
  }

  /** Uploads a plan; the dispatches queued from now on follow it. */
  upload(plan: Plan): void {
    const corrections = new Float32Array(2 * plan.steps * this.#rates.length);
    for (let s = 0; s < plan.steps; s += 1)
      this.#rates.forEach((rates, k) =>
        corrections.set(biasCorrections(rates, plan.firstStep + s + 1), 2 * (s * this.#rates.length + k)),
      );
    const { queue } = this.#context.device;
    const buffer = this.#buffers.get('plan') as GPUBuffer;
    let words = 0;
    for (const part of [plan.orders, plan.partners, plan.lambdas, corrections] as ArrayBufferView<ArrayBuffer>[]) {
      queue.writeBuffer(buffer, 4 * words, part);
      words += part.byteLength / 4;
    }
  }

  /** Queues one dispatch: `count` members from `firstMember` on, along the whole plan that was uploaded last. */
  train({ firstStep, steps, orders, partners, lambdas }: Plan, firstMember: number, count: number): void {
    const streams = this.#streams;
    const fields: Record<(typeof runFields)[number], number> = {
      steps,
      firstStep,
      firstMember,
      orders: streams.orders,
      partners: streams.partners,
      lambdas: streams.lambdas,
      corrections: this.#rates.length,
      partnersAt: orders.length,
      lambdasAt: orders.length + partners.length,
      correctionsAt: orders.length + partners.length + lambdas.length,
    };
    const words = Uint32Array.from(runFields, (field) => fields[field]);
    this.#context.device.queue.writeBuffer(this.#buffers.get('run') as GPUBuffer, 0, words);
    dispatch(this.#context, this.#pipeline, this.#bindings, count);
  }
}
