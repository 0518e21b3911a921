import { parentPort, Worker } from 'node:worker_threads';
import { messageOf } from '../../core/error-message.ts';
import type { Arena } from './arena.ts';
import type { KernelKind } from './kernels.ts';
import type { AnswerMessage, TaskMessage, TaskServer, WorkerSettings } from './tasks.ts';
import type { SpawnWorker } from './worker-pool.ts';
import { createWorkerScript } from './worker-script.ts';

/** Starts worker threads of Node. @param script their script */
export const spawnThread =
  (script: URL, kernels?: KernelKind): SpawnWorker =>
  ({ onAnswer, onDeath }) => {
    const worker = new Worker(script);
    worker.on('message', (message: AnswerMessage) => onAnswer(message));
    worker.on('error', (error) => onDeath(messageOf(error), error));
    worker.on('exit', (code) => onDeath(`a worker thread ended with code ${code}`));
    worker.postMessage({ kernels } satisfies WorkerSettings);
    return { post: (message) => worker.postMessage(message), terminate: () => void worker.terminate() };
  };

/** The script of such a thread: serves what is asked of it. @param createServer makes what answers */
export function serveThreadMessages(createServer: (arena: Arena) => TaskServer): void {
  const receive = createWorkerScript(
    createServer,
    (message, transfer) => parentPort?.postMessage(message, transfer),
    (error) => {
      throw error;
    },
  );
  parentPort?.on('message', (message: WorkerSettings | TaskMessage) => receive(message));
}
