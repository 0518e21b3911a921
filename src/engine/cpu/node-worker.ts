import { serveThreadMessages } from './node-thread.ts';
import { createTaskServer } from './tasks.ts';

/* The script of a Node worker thread that trains ensembles. */

serveThreadMessages(createTaskServer);
