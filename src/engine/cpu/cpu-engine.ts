import type { Engine } from '../engine.ts';
import { createPooledEngine } from './pooled-engine.ts';
import type { KernelKind } from './kernels.ts';
import type { AnswerMessage, WorkerSettings } from './tasks.ts';
import type { SpawnWorker } from './worker-pool.ts';

/** Cores the page may use beside its own thread, at most 8. Some browsers do not say how many there are. */
const workersByDefault = (): number =>
  Math.min(8, Math.max(1, ((navigator as Partial<Navigator>).hardwareConcurrency || 2) - 1));

/** Where the CPU engine works: in workers, on the page's own thread, or there only if workers do not start. */
export type CpuThreads = 'workers' | 'page' | 'either';

export interface CpuEngineOptions {
  /** The most workers to use, 1 to 64; an ensemble uses no more than it has members. By default cores - 1, at most 8. */
  readonly workers?: number;
  /** Either by default. */
  readonly threads?: CpuThreads;
  /** The loops to work with; by default those in WebAssembly, where it can be had. Both give the same bits. */
  readonly kernels?: KernelKind;
}

/**
 * The CPU engine in a browser: float32 arithmetic in a pool of Web Workers, or in small slices on the page's thread.
 *
 * @throws Error if it must have workers and they cannot run here; RangeError for an impossible number of them
 */
export async function createCpuEngine({
  workers = workersByDefault(),
  threads = 'either',
  kernels,
}: CpuEngineOptions = {}): Promise<Engine> {
  if (threads === 'page') return onPageThread(kernels);
  try {
    return await createPooledEngine(spawnWebWorker(kernels), workers);
  } catch (error) {
    if (threads === 'workers' || error instanceof RangeError) throw error;
    return onPageThread(kernels);
  }
}

/** Few pages need it: its code is loaded where there are no workers. */
const onPageThread = async (kernels?: KernelKind): Promise<Engine> =>
  (await import('./page-thread.ts')).createPageThreadEngine(kernels);

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
