import type { Ensemble } from '../../core/training/ensemble.ts';
import { expectInteger } from '../../core/expect.ts';
import { parameterCount } from '../../core/training/network.ts';
import type { Engine } from '../engine.ts';
import { inTime } from '../in-time.ts';
import { expectGridRequest, expectMixRequest } from '../expect-requests.ts';
import { Pace } from '../pace.ts';
import { joinArrays } from '../join-arrays.ts';
import { forState } from '../state-fields.ts';
import { prepareTraining, type EnsembleWork } from '../training-ensemble.ts';
import type { KernelKind } from './kernels.ts';
import type { Tasks } from './tasks.ts';
import { createWorkerPool, type SpawnWorker, type WorkerPool } from './worker-pool.ts';

/** What a pool's workers are. */
interface PoolOptions {
  /** In words for the reader. */
  readonly device?: string;
  /** How long one piece of training should take: by default short enough to stop at once, long enough that messages cost nothing beside it. */
  readonly pieceMs?: number;
  /** Whether another CPU engine may run where this one's workers ended. */
  readonly restarts?: boolean;
}

/** A worker that has not answered its first message by then never will. */
const greetingLimitMs = 5000;

/**
 * The CPU engine over any kind of worker. Starts one worker at once, the others when an ensemble needs them.
 *
 * @throws Error if the first worker does not start or does not answer; it is ended then
 */
export async function createPooledEngine(
  spawn: SpawnWorker,
  mostWorkers: number,
  {
    device = mostWorkers === 1 ? 'one worker' : `up to ${mostWorkers} workers`,
    pieceMs = 30,
    restarts = true,
  }: PoolOptions = {},
): Promise<Engine> {
  expectInteger('workers', mostWorkers, 1, 64);
  const pool = createWorkerPool<Tasks>(spawn);
  const holdings: Holdings = new Map();
  pool.grow(1);
  let kernels: KernelKind;
  try {
    kernels = await inTime(
      () => pool.ask(0, 0, 'greet', []),
      greetingLimitMs,
      `a worker did not answer in ${greetingLimitMs / 1000} seconds.`,
    );
  } catch (error) {
    pool.end(error as Error);
    throw error;
  }

  return {
    name: 'cpu',
    device: kernels === 'wasm' ? device : `${device}, without WebAssembly`,
    software: false,
    membersAtOnce: 8,
    budgetMs: 60,
    restarts,
    convolves: true,
    sameBits: true,
    prepare: (ensemble) =>
      prepareTraining(ensemble, () => allocateInPool(pool, holdings, mostWorkers, ensemble, pieceMs)),
    async mix(request) {
      expectMixRequest(request);
      return pool.ask(0, 0, 'mixRows', [request]);
    },
    async countOnGrid(request, labels, grid) {
      expectGridRequest(request, labels, grid);
      return pool.ask(0, 0, 'countPoints', [request, labels, grid]);
    },
    memory: () => ({
      objects: pool.size + holdings.size,
      bytes: [...holdings.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    }),
    programs: () => ({ asked: 0, ready: 0 }),
    lost: pool.lost,
    simulateLoss: () => pool.fail('its workers were ended on purpose'),
    dispose() {
      pool.end(new Error('The cpu engine was disposed of.'));
      holdings.clear();
    },
  };
}

/** What is held in workers for one prepared ensemble. */
interface Holding {
  readonly workers: readonly number[];
  bytes: number;
}

/** By the ensembles' numbers. */
type Holdings = Map<number, Holding>;

/** Consecutive members that one worker trains. */
interface Share {
  readonly worker: number;
  readonly first: number;
  readonly count: number;
}

let lastId = 0;

/** Hands the members of an ensemble out to workers, as evenly as can be, and waits until all have allocated. */
async function allocateInPool(
  pool: WorkerPool<Tasks>,
  holdings: Holdings,
  mostWorkers: number,
  ensemble: Ensemble,
  pieceMs: number,
): Promise<EnsembleWork> {
  const id = ++lastId;
  const count = Math.min(ensemble.members.length, mostWorkers);
  const workers = leastBusy(holdings, mostWorkers).slice(0, count);
  const shares = shareOut(ensemble.members.length, workers);
  const parameters = parameterCount(ensemble.network);
  const askAll = <Task extends keyof Tasks>(
    task: Task,
    values: (share: Share) => Parameters<Tasks[Task]>,
    of = id,
  ): Promise<Awaited<ReturnType<Tasks[Task]>>[]> =>
    Promise.all(shares.map((share) => pool.ask(share.worker, of, task, values(share))));

  pool.grow(Math.max(...workers) + 1);
  // Counted before anything is waited for: another ensemble may be prepared meanwhile.
  const holding: Holding = { workers, bytes: 0 };
  holdings.set(id, holding);
  const ownOf = ({ first, count }: Share): Ensemble => ({
    ...ensemble,
    members: ensemble.members.slice(first, first + count),
  });
  const bytes = await askAll('prepare', (share) => [id, ownOf(share)], 0);
  holding.bytes = bytes.reduce((sum, share) => sum + share, 0);

  return {
    pace: new Pace({
      milliseconds: pieceMs,
      first: 4,
      mostSteps: 4096,
      members: ensemble.members.length,
      underWay: 1,
    }),
    expectAlive: () => pool.expectAlive(),
    async train(_firstStep, { steps }) {
      await askAll('train', () => [steps]);
    },
    evaluate: async (points) => joinArrays(await askAll('evaluate', () => [points]), Float32Array),
    inputGradients: async (points, labels) =>
      joinArrays(await askAll('inputGradients', () => [points, labels]), Float32Array),
    async read() {
      const snapshots = await askAll('snapshot', () => []);
      return forState((field) =>
        joinArrays(
          snapshots.map((part) => part[field]),
          Float64Array,
        ),
      );
    },
    async write({ step, ...numbers }) {
      await askAll('restore', ({ first, count }) => [
        { step, ...forState((field) => numbers[field].slice(first * parameters, (first + count) * parameters)) },
      ]);
    },
    dispose() {
      holdings.delete(id);
      // After a loss there is nothing left to release.
      askAll('release', () => [id], 0).catch(() => undefined);
    },
  };
}

/** All workers there may be, those first that hold the fewest ensembles: small ones that train side by side share no worker needlessly. */
function leastBusy(holdings: Holdings, mostWorkers: number): number[] {
  const loads = Array.from({ length: mostWorkers }, () => 0);
  for (const { workers } of holdings.values()) {
    for (const worker of workers) loads[worker] = (loads[worker] as number) + 1;
  }
  return loads.map((_, worker) => worker).sort((a, b) => (loads[a] as number) - (loads[b] as number));
}

function shareOut(members: number, workers: readonly number[]): Share[] {
  const { length } = workers;
  return workers.map((worker, k) => {
    const first = Math.floor((k * members) / length);
    return { worker, first, count: Math.floor(((k + 1) * members) / length) - first };
  });
}
