import { parentPort } from 'node:worker_threads';
import type { TaskMessage, WorkerSettings } from './tasks.ts';
import { createWorkerScript } from './worker-script.ts';

/* The script of a Node worker thread. */

const receive = createWorkerScript(
  (message, transfer) => parentPort?.postMessage(message, transfer),
  (error) => {
    throw error;
  },
);
parentPort?.on('message', (message: WorkerSettings | TaskMessage) => receive(message));
