import { expectGame, type Game } from '../../../core/gan/game.ts';
import { inTime } from '../../in-time.ts';
import { createWorkerPool, type SpawnWorker } from '../worker-pool.ts';
import type { AllGameTasks } from './game-tasks.ts';

type Asked<Task extends keyof AllGameTasks> = (
  ...values: Parameters<AllGameTasks[Task]>
) => Promise<ReturnType<AllGameTasks[Task]>>;

/** A game on its worker. Calls are answered one after another. */
export interface PlayedGame {
  readonly game: Game;
  readonly play: Asked<'play'>;
  readonly judge: Asked<'judge'>;
  readonly parameters: Asked<'parameters'>;
  /** Frees what the game holds. */
  end(): void;
}

/** Workers that play games, each game on one of them. */
export interface GamePool {
  /** What plays, in words for the reader. */
  readonly device: string;
  readonly workers: number;
  /** Starts a game on the worker that has the fewest. @throws RangeError that names what is impossible about it */
  start(game: Game): Promise<PlayedGame>;
  /** Ends all games and the workers. */
  dispose(): void;
}

/** A worker that has not answered its first message by then never will. */
const greetingLimitMs = 5000;

/**
 * Starts workers for games.
 *
 * @param device what they are, in words for the reader
 * @throws Error if the first one does not answer
 */
export async function createGamePool(spawn: SpawnWorker, workers: number, device: string): Promise<GamePool> {
  const pool = createWorkerPool<AllGameTasks>(spawn);
  pool.grow(1);
  try {
    const reason = `a worker did not answer in ${greetingLimitMs / 1000} seconds.`;
    await inTime(() => pool.ask(0, 0, 'greet', []), greetingLimitMs, reason);
  } catch (error) {
    pool.end(error as Error);
    throw error;
  }
  /** How many games each worker has. */
  const busy = Array.from({ length: workers }, () => 0);
  let lastId = 0;

  return {
    device,
    workers,
    async start(game) {
      expectGame(game);
      const id = ++lastId;
      const worker = busy.indexOf(Math.min(...busy));
      (busy[worker] as number) += 1;
      pool.grow(worker + 1);
      await pool.ask(worker, 0, 'prepareGame', [id, game]);
      return {
        game,
        play: (...values) => pool.ask(worker, id, 'play', values),
        judge: (...values) => pool.ask(worker, id, 'judge', values),
        parameters: () => pool.ask(worker, id, 'parameters', []),
        end() {
          (busy[worker] as number) -= 1;
          // Where the workers have ended, there is nothing left to free.
          pool.ask(worker, 0, 'endGame', [id]).catch(() => undefined);
        },
      };
    },
    dispose: () => pool.end(new Error('The games were ended.')),
  };
}
