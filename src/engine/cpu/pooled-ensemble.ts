import type { Ensemble } from '../../core/training/ensemble.ts';
import { parameterCount } from '../../core/training/network.ts';
import type { Snapshot, TrainingEnsemble, TrainOptions, TrainReport } from '../engine.ts';
import { expectPoints, expectSnapshot, expectSoftLabels, expectSteps } from '../expect-requests.ts';
import { createChunkPacer } from './chunk-pacer.ts';
import type { Answers, TaskOf } from './protocol.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Bytes held in workers for each prepared ensemble. */
export type Holdings = Map<object, number>;

/** Consecutive members that one worker trains. */
interface Share {
  readonly worker: number;
  readonly first: number;
  readonly count: number;
}

let nextId = 0;

const disposedError = (): Error => new Error('This ensemble was disposed of.');

/** Hands the members of a checked ensemble out to workers, as evenly as can be, and waits until all have allocated. */
export async function preparePooledEnsemble(
  pool: WorkerPool,
  holdings: Holdings,
  mostWorkers: number,
  ensemble: Ensemble,
  chunkMs?: number,
): Promise<TrainingEnsemble> {
  const id = nextId++;
  const shares = shareOut(ensemble.members.length, mostWorkers);
  pool.grow(shares.length);
  const bytes = await Promise.all(
    shares.map(({ worker, first, count }) =>
      pool.ask<'prepare'>(worker, {
        kind: 'prepare',
        id,
        ensemble: { ...ensemble, members: ensemble.members.slice(first, first + count) },
      }),
    ),
  );
  const pacer = createChunkPacer(chunkMs);
  const parameters = parameterCount(ensemble.network);
  let step = 0;
  let disposed = false;
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs after every call made before it, whether those succeeded or not. */
  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(() => {
      if (disposed) throw disposedError();
      return run();
    });
    queue = result.catch(() => undefined);
    return result;
  };
  const askAll = <Kind extends keyof Answers>(task: (share: Share) => TaskOf<Kind>): Promise<Answers[Kind][]> =>
    Promise.all(shares.map((share) => pool.ask<Kind>(share.worker, task(share))));

  const train = async (steps: number, { signal, onProgress }: TrainOptions): Promise<TrainReport> => {
    const started = performance.now();
    for (let done = 0; done < steps;) {
      signal?.throwIfAborted();
      if (disposed) throw disposedError();
      const chunk = Math.min(pacer.steps, steps - done);
      const chunkStarted = performance.now();
      await askAll<'train'>(() => ({ kind: 'train', id, steps: chunk }));
      pacer.report(chunk, performance.now() - chunkStarted);
      done += chunk;
      step += chunk;
      onProgress?.(step);
    }
    return { steps, milliseconds: performance.now() - started };
  };

  const self = {};
  holdings.set(
    self,
    bytes.reduce((sum, share) => sum + share, 0),
  );

  return {
    ensemble,
    get step() {
      return step;
    },
    async train(steps, options = {}) {
      expectSteps(steps);
      return inTurn(() => train(steps, options));
    },
    async evaluate(points) {
      expectPoints(ensemble, points);
      return inTurn(async () => joinFloat32(await askAll<'evaluate'>(() => ({ kind: 'evaluate', id, points }))));
    },
    async inputGradients(points, labels) {
      expectSoftLabels(ensemble, labels, expectPoints(ensemble, points));
      return inTurn(async () =>
        joinFloat32(await askAll<'inputGradients'>(() => ({ kind: 'inputGradients', id, points, labels }))),
      );
    },
    snapshot: () =>
      inTurn(async () => {
        const snapshots = await askAll<'snapshot'>(() => ({ kind: 'snapshot', id }));
        return {
          step,
          parameters: joinFloat64(snapshots.map((part) => part.parameters)),
          firstMoments: joinFloat64(snapshots.map((part) => part.firstMoments)),
          secondMoments: joinFloat64(snapshots.map((part) => part.secondMoments)),
        };
      }),
    async restore(snapshot) {
      expectSnapshot(ensemble, snapshot);
      return inTurn(async () => {
        await askAll<'restore'>(({ first, count }) => ({
          kind: 'restore',
          id,
          snapshot: cut(snapshot, first * parameters, (first + count) * parameters),
        }));
        step = snapshot.step;
      });
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      holdings.delete(self);
      // After a loss there is nothing left to release.
      askAll<'release'>(() => ({ kind: 'release', id })).catch(() => undefined);
    },
  };
}

function shareOut(members: number, mostWorkers: number): Share[] {
  const workers = Math.min(members, mostWorkers);
  return Array.from({ length: workers }, (_, worker) => {
    const first = Math.floor((worker * members) / workers);
    return { worker, first, count: Math.floor(((worker + 1) * members) / workers) - first };
  });
}

function cut({ step, parameters, firstMoments, secondMoments }: Snapshot, from: number, to: number): Snapshot {
  return {
    step,
    parameters: parameters.slice(from, to),
    firstMoments: firstMoments.slice(from, to),
    secondMoments: secondMoments.slice(from, to),
  };
}

function joinFloat32(parts: readonly Float32Array[]): Float32Array {
  return join(parts, (length) => new Float32Array(length));
}

function joinFloat64(parts: readonly Float64Array[]): Float64Array {
  return join(parts, (length) => new Float64Array(length));
}

function join<Values extends Float32Array | Float64Array>(
  parts: readonly Values[],
  create: (length: number) => Values,
): Values {
  if (parts.length === 1) return parts[0] as Values;
  const joined = create(parts.reduce((sum, part) => sum + part.length, 0));
  let next = 0;
  for (const part of parts) {
    joined.set(part, next);
    next += part.length;
  }
  return joined;
}
