import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../../core/error-message.ts';
import type { Engine } from '../engine.ts';
import type { CpuEngineOptions } from './cpu-engine.ts';
import { createPooledEngine } from './pooled-engine.ts';
import type { KernelKind } from './kernels.ts';
import type { AnswerMessage, WorkerSettings } from './tasks.ts';
import type { SpawnWorker } from './worker-pool.ts';

/** The CPU engine in Node, for scripts: the same arithmetic in worker threads, one for each core by default. */
export function createNodeCpuEngine({
  workers = availableParallelism(),
  kernels,
}: CpuEngineOptions = {}): Promise<Engine> {
  return createPooledEngine(spawnThread(kernels), workers);
}

const spawnThread =
  (kernels?: KernelKind): SpawnWorker =>
  ({ onAnswer, onDeath }) => {
    const worker = new Worker(new URL('./node-worker.ts', import.meta.url));
    worker.on('message', (message: AnswerMessage) => onAnswer(message));
    worker.on('error', (error) => onDeath(messageOf(error), error));
    worker.on('exit', (code) => onDeath(`a worker thread ended with code ${code}`));
    worker.postMessage({ kernels } satisfies WorkerSettings);
    return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
  };
