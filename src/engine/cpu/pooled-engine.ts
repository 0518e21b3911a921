import { expectEnsemble } from '../../core/training/ensemble.ts';
import { expectInteger } from '../../core/expect.ts';
import type { Engine } from '../engine.ts';
import { inTime } from '../in-time.ts';
import { expectGridRequest, expectMixRequest } from '../expect-requests.ts';
import { preparePooledEnsemble, type Holdings } from './pooled-ensemble.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { SpawnWorker } from './worker-thread.ts';

/** What a pool's workers are, where they are not Web Workers or threads. */
interface PoolOptions {
  /** In words for the reader. */
  readonly device?: string;
  /** How long one chunk of training should take, in milliseconds. */
  readonly chunkMs?: number;
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
  { device = mostWorkers === 1 ? 'one worker' : `up to ${mostWorkers} workers`, chunkMs }: PoolOptions = {},
): Promise<Engine> {
  expectInteger('workers', mostWorkers, 1, 64);
  const pool = createWorkerPool(spawn);
  const holdings: Holdings = new Map();
  pool.grow(1);
  try {
    await inTime(
      () => pool.ask<'greet'>(0, { kind: 'greet' }),
      greetingLimitMs,
      `a worker did not answer in ${greetingLimitMs / 1000} seconds.`,
    );
  } catch (error) {
    pool.end(new Error('The cpu engine did not start.'));
    throw error;
  }

  return {
    name: 'cpu',
    device,
    software: false,
    async prepare(ensemble) {
      expectEnsemble(ensemble);
      return preparePooledEnsemble(pool, holdings, mostWorkers, ensemble, chunkMs);
    },
    async mix(request) {
      expectMixRequest(request);
      return pool.ask<'mix'>(0, { kind: 'mix', request });
    },
    async countOnGrid(request, labels, grid) {
      expectGridRequest(request, labels, grid);
      return pool.ask<'countOnGrid'>(0, { kind: 'countOnGrid', request, labels, grid });
    },
    memory: () => ({
      objects: pool.size + holdings.size,
      bytes: [...holdings.values()].reduce((sum, bytes) => sum + bytes, 0),
    }),
    lost: pool.lost,
    simulateLoss: () => pool.fail('its workers were ended on purpose'),
    dispose() {
      pool.end(new Error('The cpu engine was disposed of.'));
      holdings.clear();
    },
  };
}
