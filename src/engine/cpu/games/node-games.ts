import { availableParallelism } from 'node:os';
import { spawnThread } from '../node-thread.ts';
import { createGamePool, type GamePool } from './game-pool.ts';

/** Games in Node's worker threads, for scripts: one thread for each core by default. */
export function openNodeGames(workers = availableParallelism()): Promise<GamePool> {
  return createGamePool(spawnThread(new URL('./node-game-worker.ts', import.meta.url)), workers, `${workers} threads`);
}
