import { joinWebWorker, workersByDefault } from '../cpu-engine.ts';
import { createGamePool, type GamePool } from './game-pool.ts';

/** Games in a browser: in Web Workers, and where none start in slices on the page's own thread. */
export async function openPageGames(): Promise<GamePool> {
  const workers = workersByDefault();
  try {
    return await createGamePool(
      (events) =>
        joinWebWorker(
          new Worker(new URL('./game-worker.ts', import.meta.url), { type: 'module', name: 'games' }),
          events,
          undefined,
        ),
      workers,
      workers === 1 ? 'one worker' : `up to ${workers} workers`,
    );
  } catch {
    const [{ openArena }, { createPageThread }, { createGameServer }] = await Promise.all([
      import('../arena.ts'),
      import('../page-thread.ts'),
      import('./game-tasks.ts'),
    ]);
    const { spawn } = createPageThread(await openArena(), createGameServer);
    return createGamePool(spawn, 1, 'the page’s own thread');
  }
}
