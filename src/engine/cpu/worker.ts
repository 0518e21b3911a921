import { createTaskServer, type TaskMessage } from './tasks.ts';

/* The script of a Web Worker. */

const serve = createTaskServer();
addEventListener('message', (event: MessageEvent<TaskMessage>) => {
  const { message, transfer } = serve(event.data);
  postMessage(message, { transfer });
});
