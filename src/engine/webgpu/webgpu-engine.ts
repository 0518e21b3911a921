import type { Ensemble } from '../../core/training/ensemble.ts';
import type {
  Engine,
  EngineLostError,
  EngineMemory,
  Grid,
  MixRequest,
  ProgramCount,
  TrainingEnsemble,
} from '../engine.ts';
import { prepareTraining } from '../training-ensemble.ts';
import { BufferLedger } from './buffer-ledger.ts';
import { DeviceGuard } from './device-guard.ts';
import { countMixedOnGrid, mixOnDevice } from './mixer.ts';
import { openDevice, type OpenedDevice } from './open-device.ts';
import { ProgramCache } from './program-cache.ts';
import { QueueAnswers } from './queue-answers.ts';
import type { WorkgroupLimits } from './kernel-shape.ts';
import type { WebgpuContext } from './webgpu-context.ts';
import { allocateOnDevice } from './webgpu-ensemble.ts';

/**
 * Starts the engine that trains with WGSL programs of its own: one workgroup for each member, many steps in one dispatch.
 *
 * @param options `workgroup` overrides what a workgroup may have, which is otherwise decided by the device; results do not
 *   depend on it
 * @throws Error with a sentence for the reader if there is no WebGPU here
 */
export async function createWebgpuEngine({
  adapter,
  ...options
}: { readonly workgroup?: WorkgroupLimits; readonly adapter?: GPUAdapter | undefined } = {}): Promise<Engine> {
  const opened = await openDevice(adapter);
  try {
    return new WebgpuEngine({ ...opened, ...options });
  } catch (error) {
    opened.device.destroy();
    throw error;
  }
}

class WebgpuEngine implements Engine {
  readonly name = 'webgpu';
  readonly device: string;
  readonly software: boolean;
  readonly membersAtOnce = 128;
  readonly budgetMs = 0;
  readonly restarts = false;
  readonly convolves = true;
  readonly sameBits = false;
  readonly lost: Promise<EngineLostError>;
  readonly #context: WebgpuContext;
  readonly #guard: DeviceGuard;

  constructor({ device, name, software, workgroup }: OpenedDevice) {
    this.device = name;
    this.software = software;
    this.#guard = new DeviceGuard(device);
    this.lost = this.#guard.lost;
    this.#context = {
      device,
      software,
      workgroup,
      guard: this.#guard,
      buffers: new BufferLedger(device),
      programs: new ProgramCache(device, this.#guard),
      answers: new QueueAnswers(device.queue),
    };
  }

  async prepare(ensemble: Ensemble): Promise<TrainingEnsemble> {
    return prepareTraining(ensemble, () => allocateOnDevice(this.#context, ensemble));
  }

  async mix(request: MixRequest): Promise<Float32Array> {
    this.#guard.check();
    return mixOnDevice(this.#context, request);
  }

  async countOnGrid(request: MixRequest, labels: Float32Array, grid: Grid): Promise<Float32Array> {
    this.#guard.check();
    return countMixedOnGrid(this.#context, request, labels, grid);
  }

  memory(): EngineMemory {
    return this.#context.buffers.memory();
  }

  programs(): ProgramCount {
    return this.#context.programs.count();
  }

  simulateLoss(): void {
    this.#context.device.destroy();
  }

  dispose(): void {
    this.#guard.close();
    this.#context.buffers.destroyAll();
    this.#context.device.destroy();
  }
}
