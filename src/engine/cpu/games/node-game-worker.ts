import { serveThreadMessages } from '../node-thread.ts';
import { createGameServer } from './game-tasks.ts';

/* The script of a Node worker thread that plays games. */

serveThreadMessages(createGameServer);
