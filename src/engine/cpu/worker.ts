import type { TaskMessage, WorkerSettings } from './tasks.ts';
import { createWorkerScript } from './worker-script.ts';

/* The script of a Web Worker. */

const receive = createWorkerScript((message, transfer) => postMessage(message, { transfer }), reportError);
addEventListener('message', (event: MessageEvent<WorkerSettings | TaskMessage>) => receive(event.data));
