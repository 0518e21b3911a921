import { parentPort } from 'node:worker_threads';
import { createTaskServer, type TaskMessage } from './tasks.ts';

/* The script of a Node worker thread. */

const serve = createTaskServer();
parentPort?.on('message', (received: TaskMessage) => {
  const { message, transfer } = serve(received);
  parentPort?.postMessage(message, transfer);
});
