import { expectEnsemble, type Ensemble } from '../../core/training/ensemble.ts';
import type { TrainOptions, TrainReport, TrainingEnsemble } from '../engine.ts';
import { expectPoints, expectSnapshot, expectSoftLabels, expectSteps } from '../expect-requests.ts';
import { createMemberStates, type MemberStates } from './member-states.ts';
import { createPacer } from './pacer.ts';
import { createPointResults, type PointResults } from './point-results.ts';
import { createScope, type Scope } from '../scope.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createTrainingPasses, type TrainingPasses } from './training-passes.ts';
import { textureShape } from './texture-shape.ts';
import type { WebglDevice } from './webgl-device.ts';

/**
 * Allocates an ensemble on a device, at its initial parameters.
 *
 * @throws RangeError if it is invalid or too large for the device; nothing is allocated then
 */
export async function createWebglEnsemble(device: WebglDevice, ensemble: Ensemble): Promise<TrainingEnsemble> {
  expectEnsemble(ensemble);
  device.expectAlive();
  const shape = textureShape(ensemble, device.maxTextureSize);
  const scope = createScope();
  try {
    const states = createMemberStates(device, ensemble, shape.parameters, scope);
    const passes = await createTrainingPasses(device, ensemble, shape, states, scope);
    const { network, members } = ensemble;
    const results = createPointResults(device, network, shape.parameters, members.length, scope);
    return trainingEnsemble(device, ensemble, { states, passes, results, scope });
  } catch (error) {
    scope.dispose();
    device.expectAlive();
    throw error;
  }
}

interface Parts {
  readonly states: MemberStates;
  readonly passes: TrainingPasses;
  readonly results: PointResults;
  readonly scope: Scope;
}

function trainingEnsemble(
  device: WebglDevice,
  ensemble: Ensemble,
  { states, passes, results, scope }: Parts,
): TrainingEnsemble {
  const queue = createSerialQueue();
  const pacer = createPacer(device);
  let step = 0;
  let disposed = false;
  let running = false;

  const expectUsable = (): void => {
    device.expectAlive();
    if (disposed) throw new Error('This ensemble was disposed of.');
  };
  const enqueue = <T>(task: () => T | Promise<T>): Promise<T> =>
    queue(async () => {
      expectUsable();
      running = true;
      try {
        return await task();
      } finally {
        running = false;
        // What a task draws on must outlive it.
        if (disposed) scope.dispose();
      }
    });
  const train = async (steps: number, { signal, onProgress }: TrainOptions): Promise<TrainReport> => {
    const began = performance.now();
    const end = step + steps;
    while (step < end) {
      signal?.throwIfAborted();
      const queuedFrom = performance.now();
      const chunk = Math.min(end - step, pacer.size);
      for (let k = 0; k < chunk; k += 1) passes.run(step + k);
      step += chunk;
      await pacer.queued(chunk, queuedFrom);
      expectUsable();
      onProgress?.(step);
    }
    await pacer.drain();
    return { steps, milliseconds: performance.now() - began };
  };

  return {
    ensemble,
    get step() {
      return step;
    },
    async train(steps, options = {}) {
      expectSteps(steps);
      return enqueue(() => train(steps, options));
    },
    async evaluate(points) {
      expectPoints(ensemble, points);
      return enqueue(() => results.compute('log-probabilities', points, states.present));
    },
    async inputGradients(points, labels) {
      expectSoftLabels(ensemble, labels, expectPoints(ensemble, points));
      return enqueue(() => results.compute('input gradients', points, states.present, labels));
    },
    snapshot: () => enqueue(async () => ({ step, ...(await states.read()) })),
    async restore(snapshot) {
      expectSnapshot(ensemble, snapshot);
      return enqueue(() => {
        states.set(snapshot);
        step = snapshot.step;
      });
    },
    dispose() {
      disposed = true;
      if (!running) scope.dispose();
    },
  };
}
