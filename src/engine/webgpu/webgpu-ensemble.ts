import type { Ensemble } from '../../core/training/ensemble.ts';
import { createPlanner, type Planner } from '../../core/training/plan.ts';
import type { Snapshot, TrainingEnsemble, TrainOptions, TrainReport } from '../engine.ts';
import { expectPoints, expectSnapshot, expectSoftLabels, expectSteps } from '../expect-requests.ts';
import { createScope, type Scope } from '../scope.ts';
import { EnsembleGuard } from './ensemble-guard.ts';
import { Pace } from './pace.ts';
import { packParameters, unpackParameters } from './padded-network.ts';
import { PointEvaluator } from './point-evaluator.ts';
import { readBack } from './read-back.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createTrainingBuffers, labelSets, type TrainingBuffers } from './training-buffers.ts';
import { TrainingDispatcher } from './training-dispatcher.ts';
import { TrainingLoop } from './training-loop.ts';
import { trainingMemory, type TrainingMemory } from './training-memory.ts';
import { kernelShape, type KernelShape } from './kernel-shape.ts';
import type { WebgpuContext } from './webgpu-context.ts';
import { trainingProgram } from './wgsl/training-program.ts';

/**
 * Allocates an ensemble on a device.
 *
 * @throws RangeError if the ensemble is invalid or does not fit; nothing stays allocated then
 */
export async function prepareEnsemble(context: WebgpuContext, ensemble: Ensemble): Promise<WebgpuEnsemble> {
  context.guard.check();
  const planner = createPlanner(ensemble);
  const shape = kernelShape(ensemble, context.workgroup);
  const memory = trainingMemory(ensemble, shape, planner.streams, labelSets(ensemble).length, context.device.limits);
  const pipeline = await context.programs.compile('train', trainingProgram(shape));
  const scope = createScope();
  try {
    const buffers = await createTrainingBuffers(context, ensemble, shape, planner.streams, memory, scope);
    return new WebgpuEnsemble(context, { ensemble, planner, shape, memory, pipeline, buffers, scope });
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

/** A training ensemble whose parameters, moments and data are buffers of a WebGPU device. */
class WebgpuEnsemble implements TrainingEnsemble {
  readonly ensemble: Ensemble;
  readonly #context: WebgpuContext;
  readonly #guard: EnsembleGuard;
  readonly #shape: KernelShape;
  readonly #buffers: TrainingBuffers;
  readonly #scope: Scope;
  readonly #evaluator: PointEvaluator;
  readonly #loop: TrainingLoop;
  readonly #queue = createSerialQueue();

  constructor(context: WebgpuContext, { ensemble, planner, shape, memory, pipeline, buffers, scope }: Prepared) {
    this.#guard = new EnsembleGuard(context.guard);
    this.#context = { ...context, guard: this.#guard };
    this.ensemble = ensemble;
    this.#shape = shape;
    this.#buffers = buffers;
    this.#scope = scope;
    this.#evaluator = new PointEvaluator(
      this.#context,
      shape.padded,
      ensemble.members.length,
      buffers.get('parameters') as GPUBuffer,
    );
    const dispatcher = new TrainingDispatcher(this.#context, pipeline, buffers, ensemble.optimizer, planner.streams);
    this.#loop = new TrainingLoop(
      this.#context,
      planner,
      dispatcher,
      new Pace(memory.plannedSteps, memory.membersAtOnce),
      ensemble.members.length,
    );
  }

  get step(): number {
    return this.#loop.step;
  }

  async train(steps: number, options: TrainOptions = {}): Promise<TrainReport> {
    expectSteps(steps);
    return this.#inTurn(() => this.#loop.train(steps, options));
  }

  async evaluate(points: Float32Array): Promise<Float32Array> {
    expectPoints(this.ensemble, points);
    return this.#inTurn(() => this.#evaluator.evaluate(points));
  }

  async inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array> {
    expectSoftLabels(this.ensemble, labels, expectPoints(this.ensemble, points));
    return this.#inTurn(() => this.#evaluator.inputGradients(points, labels));
  }

  snapshot(): Promise<Snapshot> {
    return this.#inTurn(async () => {
      const step = this.step;
      const state = this.#state();
      const bytes = (this.#buffers.get('parameters') as GPUBuffer).size;
      const read = await readBack(
        this.#context,
        state.map((buffer) => ({ buffer, bytes })),
      );
      const members = this.ensemble.members.length;
      const [parameters, firstMoments, secondMoments] = state.map((_, k) =>
        unpackParameters(this.#shape.padded, new Float32Array(read, k * bytes, bytes / 4), members),
      );
      return {
        step,
        parameters: parameters as Float64Array,
        firstMoments: firstMoments as Float64Array,
        secondMoments: secondMoments ?? new Float64Array((parameters as Float64Array).length),
      };
    });
  }

  async restore(snapshot: Snapshot): Promise<void> {
    expectSnapshot(this.ensemble, snapshot);
    return this.#inTurn(async () => {
      const { parameters, firstMoments, secondMoments } = snapshot;
      const arrays = [parameters, firstMoments, secondMoments];
      this.#state().forEach((buffer, k) => {
        const packed = packParameters(this.#shape.padded, arrays[k] as Float64Array, this.ensemble.members.length);
        this.#context.device.queue.writeBuffer(buffer, 0, packed);
      });
      this.#loop.step = snapshot.step;
      return Promise.resolve();
    });
  }

  dispose(): void {
    if (this.#guard.disposed) return;
    this.#guard.dispose();
    this.#evaluator.dispose();
    this.#scope.dispose();
  }

  /** Parameters, first moments and, for Adam, second moments. */
  #state(): GPUBuffer[] {
    return (['parameters', 'firstMoments', 'secondMoments'] as const)
      .map((name) => this.#buffers.get(name))
      .filter((buffer) => buffer !== undefined);
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    return this.#queue(() => {
      this.#guard.check();
      return task();
    });
  }
}
