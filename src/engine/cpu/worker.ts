import { createTaskServer } from './tasks.ts';
import { serveMessages } from './worker-messages.ts';

/* The script of a Web Worker that trains ensembles. */

serveMessages(createTaskServer);
