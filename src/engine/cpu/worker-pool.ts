import { EngineLostError } from '../engine.ts';
import type { AnswerMessage, TaskMessage } from './tasks.ts';

/** A worker as the pool sees it, in a browser or in Node. */
export interface WorkerThread {
  post(message: TaskMessage): void;
  terminate(): void;
}

export interface WorkerEvents {
  readonly onAnswer: (message: AnswerMessage) => void;
  /** The worker cannot go on: its script failed to load, threw outside a task, or it ended. */
  readonly onDeath: (reason: string, cause?: unknown) => void;
}

/** Starts a worker that serves tasks (see tasks.ts). */
export type SpawnWorker = (events: WorkerEvents) => WorkerThread;

/** What a worker can be asked, by name. */
type TaskTable<Tasks> = { readonly [Task in keyof Tasks]: (...values: never[]) => unknown };

/** Workers that answer tasks, each in the order it was asked. A worker that fails ends the whole pool: none ever hangs. */
export interface WorkerPool<Tasks extends TaskTable<Tasks>> {
  /** Workers running now. */
  readonly size: number;
  /** Starts workers until there are `count`. */
  grow(count: number): void;
  /** @throws EngineLostError once the pool has failed, Error once it was ended */
  expectAlive(): void;
  /**
   * Rejects as {@link expectAlive} throws.
   *
   * @param of the number of the ensemble, or game, that is asked, or 0
   */
  ask<Task extends keyof Tasks & string>(
    worker: number,
    of: number,
    task: Task,
    values: Parameters<Tasks[Task]>,
  ): Promise<Awaited<ReturnType<Tasks[Task]>>>;
  /** Ends all workers and rejects what they still owe. */
  end(error: Error): void;
  /** Resolves if the pool fails by itself or through {@link fail}. */
  readonly lost: Promise<EngineLostError>;
  /** Ends the pool as if a worker had died. */
  fail(reason: string, cause?: unknown): void;
}

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function createWorkerPool<Tasks extends TaskTable<Tasks>>(spawn: SpawnWorker): WorkerPool<Tasks> {
  const workers: WorkerThread[] = [];
  const pending = new Map<number, Pending>();
  let announceLoss: (error: EngineLostError) => void;
  const lost = new Promise<EngineLostError>((resolve) => (announceLoss = resolve));
  let nextTicket = 0;
  let ended: Error | undefined;

  const end = (error: Error): void => {
    if (ended) return;
    ended = error;
    for (const worker of workers.splice(0)) worker.terminate();
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  /** The reason why the pool has ended, this one if it is the first. */
  const fail = (reason: string, cause?: unknown): Error => {
    if (ended) return ended;
    const error = new EngineLostError('cpu', reason, cause === undefined ? undefined : { cause });
    end(error);
    announceLoss(error);
    return error;
  };
  const settle = (message: AnswerMessage): void => {
    // An error inside a task leaves members at different steps, and arguments were checked before: nothing to go on with.
    if ('error' in message) {
      fail('a worker failed.', message.error);
      return;
    }
    pending.get(message.ticket)?.resolve(message.answer);
    pending.delete(message.ticket);
  };

  return {
    get size() {
      return workers.length;
    },
    lost,
    expectAlive() {
      if (ended) throw ended;
    },
    grow(count) {
      if (ended) throw ended;
      try {
        while (workers.length < count) workers.push(spawn({ onAnswer: settle, onDeath: fail }));
      } catch (error) {
        throw fail('a worker did not start.', error);
      }
    },
    ask<Task extends keyof Tasks & string>(worker: number, of: number, task: Task, values: Parameters<Tasks[Task]>) {
      return new Promise<Awaited<ReturnType<Tasks[Task]>>>((resolve, reject) => {
        if (ended) throw ended;
        const ticket = nextTicket++;
        pending.set(ticket, { resolve: resolve as Pending['resolve'], reject });
        (workers[worker] as WorkerThread).post({ ticket, of, task, values });
      });
    },
    end,
    fail,
  };
}
