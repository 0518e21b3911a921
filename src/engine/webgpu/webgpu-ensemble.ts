import { createPlan } from '../../core/training/create-plan.ts';
import type { Ensemble } from '../../core/training/ensemble.ts';
import { Pace, pieceMs, type PieceSize } from '../pace.ts';
import { joinArrays } from '../join-arrays.ts';
import { createScope, type Scope } from '../scope.ts';
import { stateFields } from '../state-fields.ts';
import type { EnsembleWork, StateNumbers } from '../training-ensemble.ts';
import { packParameters, unpackParameters } from './padded-network.ts';
import { PointEvaluator } from './point-evaluator.ts';
import { PointUploads } from './point-uploads.ts';
import { readBack } from './read-back.ts';
import {
  createTrainingBuffers,
  type MemberChunk,
  type TrainingBuffers,
  type TrainingLayout,
} from './training-buffers.ts';
import { labelSets } from './training-data.ts';
import { TrainingDispatcher } from './training-dispatcher.ts';
import { trainingMemory } from './training-memory.ts';
import { kernelShape } from './kernel-shape.ts';
import type { WebgpuContext } from './webgpu-context.ts';
import { trainingProgram } from './wgsl/training-program.ts';

/**
 * Allocates an ensemble on a device.
 *
 * @throws RangeError if the ensemble does not fit; nothing stays allocated then
 */
export async function allocateOnDevice(context: WebgpuContext, ensemble: Ensemble): Promise<EnsembleWork> {
  context.guard.check();
  const plan = createPlan(ensemble);
  const shape = kernelShape(ensemble, context.workgroup);
  const memory = trainingMemory(ensemble, shape, plan, labelSets(ensemble).length, context.device.limits);
  const layout: TrainingLayout = { ensemble, plan, shape, memory };
  const [pipeline] = await Promise.all([
    context.programs.compile('train', trainingProgram(shape)),
    context.guard.wait(context.answers.tryOut()),
  ]);
  const scope = createScope();
  try {
    const buffers = await createTrainingBuffers(context, layout, scope);
    return new WebgpuWork(context, layout, { pipeline, buffers, scope });
  } catch (error) {
    scope.dispose();
    throw error;
  }
}

interface Prepared {
  readonly pipeline: GPUComputePipeline;
  readonly buffers: TrainingBuffers;
  /** Owns the buffers. */
  readonly scope: Scope;
}

/** An ensemble whose parameters, moments and data are buffers of a WebGPU device. */
class WebgpuWork implements EnsembleWork {
  readonly pace: Pace;
  readonly #context: WebgpuContext;
  readonly #layout: TrainingLayout;
  readonly #chunks: readonly MemberChunk[];
  readonly #evaluators: readonly PointEvaluator[];
  readonly #scope: Scope;
  readonly #dispatcher: TrainingDispatcher;

  constructor(context: WebgpuContext, layout: TrainingLayout, { pipeline, buffers, scope }: Prepared) {
    const { shape, memory } = layout;
    this.#context = context;
    this.#layout = layout;
    this.#chunks = buffers.chunks;
    this.#scope = scope;
    const uploads = scope.own(new PointUploads(context.buffers));
    this.#evaluators = buffers.chunks.map(
      (chunk) =>
        new PointEvaluator(context, shape.padded, chunk.count, chunk.buffers.get('parameters') as GPUBuffer, uploads),
    );
    this.#dispatcher = new TrainingDispatcher(context, pipeline, buffers, layout);
    this.pace = new Pace({
      milliseconds: pieceMs(context.software),
      mostSteps: memory.stepsAtOnce,
      members: memory.membersAtOnce,
      splits: true,
      warmsUp: true,
    });
  }

  expectAlive(): void {
    this.#context.guard.check();
  }

  async train(firstStep: number, { steps, members }: PieceSize, firstMember: number): Promise<void> {
    if (firstMember === 0) this.#dispatcher.prepareSteps(firstStep, steps);
    this.#dispatcher.train(firstStep, steps, firstMember, members);
    const { device, guard, answers } = this.#context;
    await guard.wait(answers.of(device.queue.onSubmittedWorkDone()));
  }

  evaluate(points: Float32Array): Promise<Float32Array> {
    return this.#ofAllChunks((evaluator) => evaluator.evaluate(points));
  }

  inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array> {
    return this.#ofAllChunks((evaluator) => evaluator.inputGradients(points, labels));
  }

  async read(): Promise<StateNumbers> {
    const { padded } = this.#layout.shape;
    const chunks = await Promise.all(
      this.#chunks.map(async ({ buffers, count }) => {
        const state = statesOf(buffers);
        const bytes = count * this.#layout.memory.memberParameters;
        const read = await readBack(
          this.#context,
          state.map((buffer) => ({ buffer, bytes })),
        );
        return state.map((_, k) => unpackParameters(padded, new Float32Array(read, k * bytes, bytes / 4), count));
      }),
    );
    const joined = (k: number): Float64Array | undefined =>
      chunks[0]?.[k] &&
      joinArrays(
        chunks.map((states) => states[k] as Float64Array),
        Float64Array,
      );
    const parameters = joined(0) as Float64Array;
    return {
      parameters,
      firstMoments: joined(1) as Float64Array,
      secondMoments: joined(2) ?? new Float64Array(parameters.length),
    };
  }

  async write({ parameters, firstMoments, secondMoments }: StateNumbers): Promise<void> {
    const each = parameters.length / this.#layout.ensemble.members.length;
    for (const { buffers, first, count } of this.#chunks) {
      const arrays = [parameters, firstMoments, secondMoments];
      statesOf(buffers).forEach((buffer, k) => {
        const own = (arrays[k] as Float64Array).subarray(first * each, (first + count) * each);
        this.#context.device.queue.writeBuffer(buffer, 0, packParameters(this.#layout.shape.padded, own, count));
      });
    }
    return Promise.resolve();
  }

  dispose(): void {
    this.#scope.dispose();
  }

  /** Results of all chunks, one after another. */
  async #ofAllChunks(run: (evaluator: PointEvaluator) => Promise<Float32Array>): Promise<Float32Array> {
    const results: Float32Array[] = [];
    for (const evaluator of this.#evaluators) results.push(await run(evaluator));
    return joinArrays(results, Float32Array);
  }
}

/** Parameters, first moments and, for Adam, second moments. */
function statesOf(buffers: MemberChunk['buffers']): GPUBuffer[] {
  return stateFields.map((name) => buffers.get(name)).filter((buffer) => buffer !== undefined);
}
