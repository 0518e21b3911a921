import type { KernelKind } from './kernels.ts';
import type { AnswerMessage, WorkerSettings } from './tasks.ts';
import type { WorkerEvents, WorkerThread } from './worker-pool.ts';

/** Cores the page may use beside its own thread, at most 8. Some browsers do not say how many there are. */
export const workersByDefault = (): number =>
  Math.min(8, Math.max(1, ((navigator as Partial<Navigator>).hardwareConcurrency || 2) - 1));

/** A Web Worker, just started, as a pool's. */
export function joinWebWorker(
  worker: Worker,
  { onAnswer, onDeath }: WorkerEvents,
  kernels: KernelKind | undefined,
): WorkerThread {
  worker.addEventListener('message', (event: MessageEvent<AnswerMessage>) => onAnswer(event.data));
  worker.addEventListener('messageerror', () => onDeath('a message from a worker could not be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onDeath(event.message || 'the script of a worker could not be loaded');
  });
  worker.postMessage({ kernels } satisfies WorkerSettings);
  return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
}
