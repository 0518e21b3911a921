import type { Arena } from './arena.ts';
import type { TaskMessage, TaskServer, WorkerSettings } from './tasks.ts';
import { createWorkerScript } from './worker-script.ts';

/** The script of a Web Worker: serves what the page asks. @param createServer makes what answers */
export function serveMessages(createServer: (arena: Arena) => TaskServer): void {
  const receive = createWorkerScript(
    createServer,
    (message, transfer) => postMessage(message, { transfer }),
    reportError,
  );
  addEventListener('message', (event: MessageEvent<WorkerSettings | TaskMessage>) => receive(event.data));
}
