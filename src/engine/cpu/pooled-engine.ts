import { expectEnsemble } from '../../core/training/ensemble.ts';
import { expectInteger } from '../../core/expect.ts';
import type { Engine } from '../engine.ts';
import { expectGridRequest, expectMixRequest } from '../expect-requests.ts';
import { preparePooledEnsemble, type Holdings } from './pooled-ensemble.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { SpawnWorker } from './worker-thread.ts';

/** The CPU engine over any kind of worker. Starts one worker at once, the others when an ensemble needs them. */
export async function createPooledEngine(spawn: SpawnWorker, mostWorkers: number): Promise<Engine> {
  expectInteger('workers', mostWorkers, 1, 64);
  const pool = createWorkerPool(spawn);
  const holdings: Holdings = new Map();
  pool.grow(1);
  await pool.ask<'greet'>(0, { kind: 'greet' });

  return {
    name: 'cpu',
    device: mostWorkers === 1 ? 'one worker' : `up to ${mostWorkers} workers`,
    software: false,
    async prepare(ensemble) {
      expectEnsemble(ensemble);
      return preparePooledEnsemble(pool, holdings, mostWorkers, ensemble);
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
