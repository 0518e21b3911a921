import type { Ensemble } from '../../core/training/ensemble.ts';
import { createPlanner, type Plan, type Planner } from '../../core/training/plan.ts';
import { Pace, type PieceSize } from '../pace.ts';
import { createScope, type Scope } from '../scope.ts';
import type { EnsembleWork, StateNumbers } from '../training-ensemble.ts';
import { packParameters, unpackParameters } from './padded-network.ts';
import { PointEvaluator } from './point-evaluator.ts';
import { readBack } from './read-back.ts';
import { createTrainingBuffers, labelSets, type TrainingBuffers } from './training-buffers.ts';
import { TrainingDispatcher } from './training-dispatcher.ts';
import { trainingMemory, type TrainingMemory } from './training-memory.ts';
import { kernelShape, type KernelShape } from './kernel-shape.ts';
import type { WebgpuContext } from './webgpu-context.ts';
import { trainingProgram } from './wgsl/training-program.ts';

/** How long one dispatch should keep the GPU: about a frame, so that the page can draw in between. */
const dispatchMs = 16;

/**
 * Allocates an ensemble on a device.
 *
 * @throws RangeError if the ensemble does not fit; nothing stays allocated then
 */
export async function allocateOnDevice(context: WebgpuContext, ensemble: Ensemble): Promise<EnsembleWork> {
  context.guard.check();
  const planner = createPlanner(ensemble);
  const shape = kernelShape(ensemble, context.workgroup);
  const memory = trainingMemory(ensemble, shape, planner.streams, labelSets(ensemble).length, context.device.limits);
  const pipeline = await context.programs.compile('train', trainingProgram(shape));
  const scope = createScope();
  try {
    const buffers = await createTrainingBuffers(context, ensemble, shape, planner.streams, memory, scope);
    return new WebgpuWork(context, { ensemble, planner, shape, memory, pipeline, buffers, scope });
  } catch (error) {
    scope.dispose();
    throw error;
  }
}

interface Prepared {
  readonly ensemble: Ensemble;
  readonly planner: Planner;
  readonly shape: KernelShape;
  readonly memory: TrainingMemory;
  readonly pipeline: GPUComputePipeline;
  readonly buffers: TrainingBuffers;
  /** Owns the buffers. */
  readonly scope: Scope;
}

/** An ensemble whose parameters, moments and data are buffers of a WebGPU device. */
class WebgpuWork implements EnsembleWork {
  readonly pace: Pace;
  readonly evaluate: EnsembleWork['evaluate'];
  readonly inputGradients: EnsembleWork['inputGradients'];
  readonly #context: WebgpuContext;
  readonly #members: number;
  readonly #shape: KernelShape;
  readonly #buffers: TrainingBuffers;
  readonly #scope: Scope;
  readonly #planner: Planner;
  readonly #dispatcher: TrainingDispatcher;
  /** What was uploaded last. */
  #plan: Plan | undefined;

  constructor(context: WebgpuContext, { ensemble, planner, shape, memory, pipeline, buffers, scope }: Prepared) {
    const { members } = ensemble;
    this.#context = context;
    this.#members = members.length;
    this.#shape = shape;
    this.#buffers = buffers;
    this.#scope = scope;
    this.#planner = planner;
    const parameters = buffers.get('parameters') as GPUBuffer;
    const evaluator = scope.own(new PointEvaluator(context, shape.padded, members.length, parameters));
    this.evaluate = (points) => evaluator.evaluate(points);
    this.inputGradients = (points, labels) => evaluator.inputGradients(points, labels);
    const optimizers = members.map(({ optimizer }) => optimizer);
    this.#dispatcher = new TrainingDispatcher(context, pipeline, buffers, optimizers, planner.streams);
    this.pace = new Pace({
      milliseconds: dispatchMs,
      mostSteps: memory.plannedSteps,
      members: memory.membersAtOnce,
      splits: true,
      warmsUp: true,
    });
  }

  expectAlive(): void {
    this.#context.guard.check();
  }

  async train(firstStep: number, { steps, members }: PieceSize, firstMember: number): Promise<void> {
    if (!this.#plan || firstMember === 0) {
      this.#plan = this.#planner.make(firstStep, steps);
      this.#dispatcher.upload(this.#plan);
    }
    this.#dispatcher.train(this.#plan, firstMember, members);
    await this.#context.guard.wait(this.#context.device.queue.onSubmittedWorkDone());
  }

  async read(): Promise<StateNumbers> {
    const state = this.#state();
    const bytes = (this.#buffers.get('parameters') as GPUBuffer).size;
    const read = await readBack(
      this.#context,
      state.map((buffer) => ({ buffer, bytes })),
    );
    const [parameters, firstMoments, secondMoments] = state.map((_, k) =>
      unpackParameters(this.#shape.padded, new Float32Array(read, k * bytes, bytes / 4), this.#members),
    );
    return {
      parameters: parameters as Float64Array,
      firstMoments: firstMoments as Float64Array,
      secondMoments: secondMoments ?? new Float64Array((parameters as Float64Array).length),
    };
  }

  async write({ parameters, firstMoments, secondMoments }: StateNumbers): Promise<void> {
    const arrays = [parameters, firstMoments, secondMoments];
    this.#state().forEach((buffer, k) => {
      const packed = packParameters(this.#shape.padded, arrays[k] as Float64Array, this.#members);
      this.#context.device.queue.writeBuffer(buffer, 0, packed);
    });
    return Promise.resolve();
  }

  dispose(): void {
    this.#scope.dispose();
  }

  /** Parameters, first moments and, for Adam, second moments. */
  #state(): GPUBuffer[] {
    return (['parameters', 'firstMoments', 'secondMoments'] as const)
      .map((name) => this.#buffers.get(name))
      .filter((buffer) => buffer !== undefined);
  }
}
