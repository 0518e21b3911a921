import { createGameDraws, type Columns } from '../../../core/gan/game-draws.ts';
import { measureGame, type GameMeasures } from '../../../core/gan/game-measures.ts';
import type { Game } from '../../../core/gan/game.ts';
import type { Arena } from '../arena.ts';
import { serveTasks, type TaskServer } from '../tasks.ts';
import { createGameTrainer } from './game-trainer.ts';
import { at, createPass, runForward } from './placed-network.ts';

/** How many of a generator's points are judged: always those of the same random numbers. */
const judgedPoints = 2000;

/** A game as it stands after some iterations. */
interface GameRecord {
  readonly iteration: number;
  readonly measures: GameMeasures;
  /** The judged points. */
  readonly fake: Columns;
}

/** What a game can be asked. */
interface GameTasks {
  /** Plays on, and tells how the game stands then. 0 iterations only look. */
  play(iterations: number): GameRecord;
  /** The discriminator's logit of each place, `[count]`. */
  judge(places: Columns): Float32Array;
  /** The parameters of the generator and then of the discriminator, flat. */
  parameters(): Float64Array;
}

/** What a worker that plays games can be asked itself. */
interface GameWorkerTasks {
  greet(): Arena['kind'];
  prepareGame(id: number, game: Game): void;
  endGame(id: number): void;
}

export type AllGameTasks = GameTasks & GameWorkerTasks;

/** The inside of a worker that plays games. */
export function createGameServer(arena: Arena): TaskServer {
  const games = new Map<number, GameTasks & { dispose(): void }>();
  const own: GameWorkerTasks = {
    greet: () => arena.kind,
    prepareGame(id, game) {
      games.set(id, startGame(arena, game));
    },
    endGame(id) {
      games.get(id)?.dispose();
      games.delete(id);
    },
  };
  return serveTasks(
    (of) => games.get(of) ?? own,
    () => [],
  );
}

/** Starts a game in the memory of some loops. */
export function startGame(arena: Arena, game: Game): GameTasks & { dispose(): void } {
  const trainer = createGameTrainer(arena, game);
  const { generator, discriminator } = trainer;
  const looking = createPass(arena, generator.layout, judgedPoints);
  const columnsAt = (address: number, rows: number, count: number): Columns => ({
    x: arena.floats(address, count),
    y: arena.floats(address + 4 * rows, count),
  });
  let iteration = 0;
  createGameDraws(game, 'judging').noise(0, columnsAt(at(looking.values, 0), looking.rows, judgedPoints));

  return {
    play(iterations) {
      for (let k = 0; k < iterations; k += 1) trainer.iterate();
      iteration += iterations;
      runForward(arena, generator, looking);
      const { x, y } = columnsAt(at(looking.values, looking.values.length - 1), looking.rows, judgedPoints);
      const fake = { x: x.slice(), y: y.slice() };
      return { iteration, measures: measureGame(game.rules.clusters, fake), fake };
    },
    judge(places) {
      const pass = createPass(arena, discriminator.layout, places.x.length);
      const { x, y } = columnsAt(at(pass.values, 0), pass.rows, places.x.length);
      x.set(places.x);
      y.set(places.y);
      runForward(arena, discriminator, pass);
      const logits = arena.floats(at(pass.values, pass.values.length - 1), places.x.length).slice();
      pass.dispose();
      return logits;
    },
    parameters: () => Float64Array.from([...generator.read(), ...discriminator.read()]),
    dispose() {
      trainer.dispose();
      looking.dispose();
    },
  };
}
