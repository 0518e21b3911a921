import { openArena, type Arena } from './arena.ts';
import type { AnswerMessage, TaskMessage, TaskServer, WorkerSettings } from './tasks.ts';

/**
 * What a worker does with messages: loads the loops that the first one names, and answers the others in turn.
 *
 * @param createServer makes what answers
 * @param answer sends a message back; the buffers are moved rather than copied
 * @param fail ends the worker with an error
 */
export function createWorkerScript(
  createServer: (arena: Arena) => TaskServer,
  answer: (message: AnswerMessage, transfer: ArrayBuffer[]) => void,
  fail: (error: unknown) => void,
): (message: WorkerSettings | TaskMessage) => void {
  let server: Promise<TaskServer> | undefined;
  return (message) => {
    if ('kernels' in message) {
      server = openArena(message.kernels).then(createServer);
      server.catch(fail);
      return;
    }
    void server?.then(async (serve) => {
      const served = await serve(message);
      answer(served.message, served.transfer);
    });
  };
}
