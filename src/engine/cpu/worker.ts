import type { TaskMessage } from './protocol.ts';
import { createTaskServer } from './serve-tasks.ts';

/* The script of a Web Worker. */

const serve = createTaskServer();
addEventListener('message', (event: MessageEvent<TaskMessage>) => {
  const { message, transfer } = serve(event.data);
  postMessage(message, { transfer });
});
