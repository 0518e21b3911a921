import type { AnswerMessage, TaskMessage } from './protocol.ts';

/** A worker as the pool sees it, in a browser or in Node. */
export interface WorkerThread {
  post(message: TaskMessage): void;
  terminate(): void;
}

interface WorkerEvents {
  readonly onAnswer: (message: AnswerMessage) => void;
  /** The worker cannot go on: its script failed to load, threw outside a task, or it ended. */
  readonly onDeath: (reason: string, cause?: unknown) => void;
}

/** Starts a worker that serves tasks (see serve-tasks.ts). */
export type SpawnWorker = (events: WorkerEvents) => WorkerThread;
