import { serveMessages } from '../worker-messages.ts';
import { createGameServer } from './game-tasks.ts';

/* The script of a Web Worker that plays games. */

serveMessages(createGameServer);
