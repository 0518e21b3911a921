import { expectEnsemble, type Ensemble } from '../../core/ensemble.ts';
import { initialParameters, parameterCount } from '../../core/network.ts';
import type { Snapshot, TrainOptions, TrainReport, TrainingEnsemble } from '../engine.ts';
import { expectPoints, expectSnapshot, expectSoftLabels, expectSteps } from '../expect-requests.ts';
import { createPacer } from './pacer.ts';
import { fromTexels, toTexels } from './parameter-layout.ts';
import { createPointResults } from './point-results.ts';
import { startReadBack } from './read-back.ts';
import { createScope } from './scope.ts';
import { createSerialQueue } from './serial-queue.ts';
import { createTrainingPasses } from './training-passes.ts';
import { trainingShape } from './training-shape.ts';
import type { RenderTarget, WebglDevice } from './webgl-device.ts';

/**
 * Allocates an ensemble on a device, at its initial parameters.
 *
 * @throws RangeError if it is invalid or too large for the device; nothing is allocated then
 */
export async function createWebglEnsemble(device: WebglDevice, ensemble: Ensemble): Promise<TrainingEnsemble> {
  expectEnsemble(ensemble);
  const shape = trainingShape(ensemble, device.maxTextureSize);
  const { network, members } = ensemble;
  const { parameters } = shape;
  const numbers = members.length * parameterCount(network);
  const scope = createScope();
  const queue = createSerialQueue();
  const pacer = createPacer(device);
  let step = 0;
  let current: 0 | 1 = 0;
  let disposed = false;
  let running = false;

  const expectUsable = (): void => {
    device.expectAlive();
    if (disposed) throw new Error('This ensemble was disposed of.');
  };
  const enqueue = <T>(task: () => Promise<T>): Promise<T> =>
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

  try {
    const createState = (): RenderTarget =>
      scope.own(device.createTarget(3, parameters.width, members.length * parameters.height));
    const states = [createState(), createState()] as const;
    const setState = (flat: readonly Float64Array[]): void => {
      flat.forEach((numbers, k) => states[current].upload(k, toTexels(parameters, members.length, numbers)));
    };
    setState([initial(ensemble), new Float64Array(numbers), new Float64Array(numbers)]);
    const passes = await createTrainingPasses(device, ensemble, shape, states, scope);
    const results = createPointResults(device, network, parameters, members.length, scope);

    const trainSteps = async (steps: number, { signal, onProgress }: TrainOptions): Promise<TrainReport> => {
      const begin = performance.now();
      const end = step + steps;
      while (step < end) {
        signal?.throwIfAborted();
        const start = performance.now();
        const chunkEnd = Math.min(end, step + pacer.size);
        const pieces = chunkEnd - step;
        for (; step < chunkEnd; step += 1) {
          passes.run(step, current);
          current = current === 0 ? 1 : 0;
        }
        await pacer.queued(pieces, start);
        expectUsable();
        onProgress?.(step);
      }
      await pacer.drain();
      return {
        steps,
        modelStepsPerSecond: (steps * members.length * 1000) / Math.max(performance.now() - begin, 1e-3),
      };
    };
    const snapshot = async (): Promise<Snapshot> => {
      const target = states[current];
      const [at, size] = [step, target.width * target.height * 4];
      const readBack = startReadBack(device);
      readBack.copy(target, 0, target.width, target.height);
      const all = await readBack.read();
      const part = (k: number): Float64Array =>
        fromTexels(parameters, members.length, all.subarray(k * size, (k + 1) * size));
      return { step: at, parameters: part(0), firstMoments: part(1), secondMoments: part(2) };
    };
    const restore = async (from: Snapshot): Promise<void> => {
      setState([from.parameters, from.firstMoments, from.secondMoments]);
      step = from.step;
      return Promise.resolve();
    };
    return {
      ensemble,
      get step() {
        return step;
      },
      train: async (steps, options = {}) => {
        expectSteps(steps);
        return enqueue(() => trainSteps(steps, options));
      },
      evaluate: async (points) => {
        expectPoints(ensemble, points);
        return enqueue(() => results.compute('log-probabilities', points, states[current]));
      },
      inputGradients: async (points, labels) => {
        expectSoftLabels(ensemble, labels, expectPoints(ensemble, points));
        return enqueue(() => results.compute('input gradients', points, states[current], labels));
      },
      snapshot: () => enqueue(snapshot),
      restore: async (from) => {
        expectSnapshot(ensemble, from);
        return enqueue(() => restore(from));
      },
      dispose() {
        disposed = true;
        if (!running) scope.dispose();
      },
    };
  } catch (error) {
    scope.dispose();
    device.expectAlive();
    throw error;
  }
}

/** The initial parameters of all members, `[members, parameters]`. */
function initial({ network, members }: Ensemble): Float64Array {
  const bySeed = new Map<number, Float64Array>();
  const flat = new Float64Array(members.length * parameterCount(network));
  members.forEach(({ seed }, s) => {
    const own = bySeed.get(seed) ?? initialParameters(network, seed);
    bySeed.set(seed, own);
    flat.set(own, s * own.length);
  });
  return flat;
}
