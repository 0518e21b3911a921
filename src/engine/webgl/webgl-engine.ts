import type { Engine } from '../engine.ts';
import { expectDense } from '../expect-requests.ts';
import { prepareTraining } from '../training-ensemble.ts';
import { countOnGridOfDevice, mixOnDevice } from './mixing.ts';
import { allocateOnDevice } from './webgl-ensemble.ts';
import { openDevice } from './webgl-device.ts';

/** Choices for {@link createWebglEngine}. */
export interface WebglEngineOptions {
  /** Whether TensorFlow.js keeps its advice out of the console; it does by default. */
  readonly quiet?: boolean;
}

/**
 * Starts the WebGL engine: TensorFlow.js' WebGL backend with programs of our own, all members of an ensemble in each
 * draw, 2 L + 2 draws a training step for L weight layers. Import this module dynamically: it brings TensorFlow.js.
 *
 * @throws Error with a sentence for the reader when WebGL 2 or float32 render targets are missing
 */
export async function createWebglEngine({ quiet = true }: WebglEngineOptions = {}): Promise<Engine> {
  const device = await Promise.resolve().then(() => openDevice(quiet));
  return {
    name: 'webgl',
    device: device.renderer,
    software: device.software,
    membersAtOnce: 64,
    budgetMs: 0,
    restarts: false,
    convolves: false,
    sameBits: false,
    prepare: async (ensemble) => prepareTraining(expectDense(ensemble), () => allocateOnDevice(device, ensemble)),
    mix: (request) => mixOnDevice(device, request),
    countOnGrid: (request, labels, grid) => countOnGridOfDevice(device, request, labels, grid),
    memory: () => device.memory(),
    programs: () => device.programs.count(),
    lost: device.lost,
    simulateLoss: () => device.simulateLoss(),
    dispose: () => device.dispose(),
  };
}
