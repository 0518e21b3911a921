import type { Engine } from '../engine.ts';
import { createPooledEngine } from './pooled-engine.ts';
import type { KernelKind } from './kernels.ts';
import { joinWebWorker, workersByDefault } from './web-workers.ts';

// For the page's own thread and for games, which have them from here: as files of their own they would weigh more, and be more to fetch.
export { createPooledEngine, joinWebWorker, workersByDefault };

export interface CpuEngineOptions {
  /** The most workers to use, 1 to 64; an ensemble uses no more than it has members. By default cores - 1, at most 8. */
  readonly workers?: number;
  /** The loops to work with; by default those in WebAssembly, where it can be had. Both give the same bits. */
  readonly kernels?: KernelKind;
}

/**
 * The CPU engine in a browser: float32 arithmetic in a pool of Web Workers.
 *
 * @throws Error if workers cannot run here; RangeError for an impossible number of them
 */
export async function createCpuEngine({
  workers = workersByDefault(),
  kernels,
}: CpuEngineOptions = {}): Promise<Engine> {
  return createPooledEngine(
    (events) =>
      joinWebWorker(
        new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'mixup' }),
        events,
        kernels,
      ),
    workers,
  );
}
