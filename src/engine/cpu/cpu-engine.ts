import type { Engine } from '../engine.ts';
import type { AnswerMessage } from './protocol.ts';
import { createPooledEngine } from './pooled-engine.ts';
import type { SpawnWorker } from './worker-thread.ts';

/** Cores the page may use beside its own thread, at most 8. */
const workersByDefault = (): number => Math.min(8, Math.max(1, navigator.hardwareConcurrency - 1));

export interface CpuEngineOptions {
  /** The most workers to use, 1 to 64; an ensemble uses no more than it has members. By default cores - 1, at most 8. */
  readonly workers?: number;
}

/**
 * The CPU engine in a browser: float64 arithmetic in a pool of Web Workers.
 *
 * @throws Error if workers cannot run here; RangeError for an impossible number of them
 */
export function createCpuEngine({ workers = workersByDefault() }: CpuEngineOptions = {}): Promise<Engine> {
  return createPooledEngine(spawnWebWorker, workers);
}

const spawnWebWorker: SpawnWorker = ({ onAnswer, onDeath }) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'mixup' });
  worker.addEventListener('message', (event: MessageEvent<AnswerMessage>) => onAnswer(event.data));
  worker.addEventListener('messageerror', () => onDeath('a message from a worker could not be read'));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    onDeath(event.message || 'the script of a worker could not be loaded');
  });
  return { post: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
};
