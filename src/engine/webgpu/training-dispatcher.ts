import { biasCorrections, type Optimizer } from '../../core/training/optimizer.ts';
import type { Plan, PlanStreams } from '../../core/training/plan.ts';
import type { TrainingBuffers } from './training-buffers.ts';
import { bindBuffers, dispatch, type WebgpuContext } from './webgpu-context.ts';
import { runFields, trainingBindings } from './wgsl/training-declarations.ts';

type RunField = (typeof runFields.integers)[number] | (typeof runFields.floats)[number];

/** Uploads plans and queues the dispatches that train along them. */
export class TrainingDispatcher {
  readonly #context: WebgpuContext;
  readonly #pipeline: GPUComputePipeline;
  readonly #bindings: GPUBindGroup;
  readonly #buffers: TrainingBuffers;
  readonly #constants: Omit<
    Record<RunField, number>,
    'steps' | 'firstStep' | 'firstMember' | 'partnersAt' | 'lambdasAt' | 'correctionsAt'
  >;
  readonly #optimizer: Optimizer;

  constructor(
    context: WebgpuContext,
    pipeline: GPUComputePipeline,
    buffers: TrainingBuffers,
    optimizer: Optimizer,
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
    this.#optimizer = optimizer;
    this.#constants = {
      ...optimizerFields(optimizer),
      orders: streams.orders,
      partners: streams.partners,
      lambdas: streams.lambdas,
    };
  }

  /** Uploads a plan; the dispatches queued from now on follow it. */
  upload(plan: Plan): void {
    const corrections = new Float32Array(2 * plan.steps);
    if (this.#optimizer.kind === 'adam') {
      for (let s = 0; s < plan.steps; s += 1)
        corrections.set(biasCorrections(this.#optimizer, plan.firstStep + s + 1), 2 * s);
    }
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
    const fields: Record<RunField, number> = {
      ...this.#constants,
      steps,
      firstStep,
      firstMember,
      partnersAt: orders.length,
      lambdasAt: orders.length + partners.length,
      correctionsAt: orders.length + partners.length + lambdas.length,
    };
    const { integers, floats } = runFields;
    const words = new Uint32Array(integers.length + floats.length);
    integers.forEach((field, k) => (words[k] = fields[field]));
    const floatWords = new Float32Array(words.buffer);
    floats.forEach((field, k) => (floatWords[integers.length + k] = fields[field]));
    this.#context.device.queue.writeBuffer(this.#buffers.get('run') as GPUBuffer, 0, words);
    dispatch(this.#context, this.#pipeline, this.#bindings, count);
  }
}

/** Complements such as 1 - beta2 are rounded once, from float64: 1 - 0.999 in float32 would be off by 1e-5. */
function optimizerFields(optimizer: Optimizer): Record<(typeof runFields.floats)[number], number> {
  const { learningRate, weightDecay } = optimizer;
  if (optimizer.kind === 'sgd')
    return {
      learningRate,
      weightDecay,
      momentum: optimizer.momentum,
      beta1: 0,
      beta1Rest: 0,
      beta2: 0,
      beta2Rest: 0,
      epsilon: 0,
    };
  const { beta1, beta2, epsilon } = optimizer;
  return { learningRate, weightDecay, momentum: 0, beta1, beta1Rest: 1 - beta1, beta2, beta2Rest: 1 - beta2, epsilon };
}
