import type { Engine } from '../engine.ts';
import { createPooledEngine } from './pooled-engine.ts';
import type { KernelKind } from './kernels.ts';
import type { AnswerMessage, WorkerSettings } from './tasks.ts';
import type { SpawnWorker } from './worker-pool.ts';

// For the page's own thread, which has it from here: as a file of its own it would weigh more, and be one more to fetch.
export { createPooledEngine };

/** Cores the page may use beside its own thread, at most 8. Some browsers do not say how many there are. */
const workersByDefault = (): number =>
  Math.min(8, Math.max(1, ((navigator as Partial<Navigator>).hardwareConcurrency || 2) - 1));

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
  return createPooledEngine(spawnWebWorker(kernels), workers);
}

const spawnWebWorker =
  (kernels?: KernelKind): SpawnWorker =>
  ({ onAnswer, onDeath }) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'mixup' });
    worker.addEventListener('message', (event: MessageEvent<AnswerMessage>) => onAnswer(event.data));
    worker.addEventListener('messageerror', () => onDeath('a message from a worker could not be read'));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      onDeath(event.message || 'the script of a worker could not be loaded');
    });
    worker.postMessage({ kernels } satisfies WorkerSettings);
    return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
  };
