import type { RunState } from '../../engine/run/run.ts';
import type { GamePool, PlayedGame } from '../../engine/cpu/games/game-pool.ts';
import { tellError } from '../../engine/tell-error.ts';
import { openPicture, playPicture, type GamePicture, type PackedPair } from '../../studies/game-picture.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import { drawAtMost } from '../kit/study/draw-at-most.ts';
import { isStill } from '../kit/wake/is-still.ts';
import { curvesOf, endOf, isComputed, sidesOf, type Curves, type Pair, type Settings } from './sides.ts';

/** Iterations from one picture to the next; all games go as far at a time, so that those that share a worker come on alike. */
const pieceLength = 10;

/** How games end that were computed in advance: of the usual size, and of the paper's. */
export interface ComputedEnds {
  readonly usual: PackedPair;
  readonly paper: PackedPair;
}

/** A game on its way: of one side, with one seed. The first seed's is pictured, the others are measured. */
interface Lane {
  readonly side: 0 | 1;
  readonly played: PlayedGame;
  readonly isShown: boolean;
  readonly way: (Pick<GamePicture, 'iteration' | 'measures'> & Partial<GamePicture>)[];
  /** Until it has stopped where it was last held. */
  going: Promise<void>;
}

/** The figure's state: settings, the games that they describe, and the iteration that is shown of them. */
export class GanGameDemo {
  settings: Settings;
  state: RunState = $state('idle');
  /** Both games as they are shown. */
  pictures: Pair<GamePicture>;
  /** Of the games that are played; nothing before. */
  curves = $state.raw<Pair<Curves>>();
  device = $state.raw<string>();
  notices: readonly string[] = $state.raw([]);

  #pool: GamePool | undefined;
  #lanes: readonly Lane[] = [];
  /** The iteration that the reader went back to; nothing while the newest is followed. */
  #sought: number | undefined;
  readonly #paper: PackedPair;
  readonly #runs = new LastAsked();
  readonly #drawing = drawAtMost(
    () => this.#draw(),
    (error) => this.#fail(error),
  );

  constructor(settings: Settings, { usual, paper }: ComputedEnds) {
    this.settings = $state.raw(settings);
    this.pictures = $state.raw(openPair(usual));
    this.#paper = paper;
  }

  get isGoing(): boolean {
    return this.state === 'running' || this.state === 'preparing';
  }

  /** Takes other settings and plays the games that they describe, where a page can; then shows the iteration that is asked for. */
  async change(changes: Partial<Settings>, iteration = Infinity): Promise<void> {
    this.settings = { ...this.settings, ...changes };
    this.#end();
    this.notices = [];
    if (isComputed(this.settings)) {
      this.curves = undefined;
      this.pictures = openPair(this.#paper);
      return;
    }
    await this.play();
    if (this.state === 'done' && iteration < endOf(sidesOf(this.settings))) this.seek(iteration);
  }

  /** Plays on, or from the start if there is nothing to go on from. */
  async play(): Promise<void> {
    if (this.state === 'done' || this.state === 'failed') this.#end();
    const isLast = this.#runs.current();
    this.notices = [];
    this.#sought = undefined;
    try {
      if (this.#lanes.length === 0) {
        this.state = 'preparing';
        await this.#start(isLast);
      }
      if (!isLast()) return;
      this.state = 'running';
      await Promise.all(this.#lanes.map((lane) => (lane.going = lane.going.then(() => this.#playLane(lane, isLast)))));
      if (!isLast() || !this.isGoing) return;
      this.state = 'done';
      this.#drawing.now();
    } catch (error) {
      if (isLast()) this.#fail(error);
    }
  }

  pause(): void {
    if (!this.isGoing) return;
    this.#runs.ask();
    this.state = this.#lanes.length > 0 ? 'paused' : 'idle';
    this.#drawing.now();
  }

  /** Shows an iteration that was reached. */
  seek(iteration: number): void {
    if (this.#lanes.length === 0) return;
    if (this.isGoing) this.pause();
    this.#sought = iteration;
    this.#drawing.now();
  }

  dispose(): void {
    this.#end();
    this.#pool?.dispose();
  }

  async #start(isLast: () => boolean): Promise<void> {
    const { openPageGames } = await import('../../engine/cpu/games/page-games.ts');
    if (!isLast()) return;
    const pool = (this.#pool ??= await openPageGames());
    this.device = pool.device;
    const { seed, seeds } = this.settings;
    const asked = Array.from({ length: Number(seeds) }, (_, n) => n).flatMap((n) =>
      sidesOf(this.settings).map(({ rules }, side) => ({ n, side: side as 0 | 1, game: { rules, seed: seed + n } })),
    );
    const lanes = await Promise.all(
      asked.map(async ({ n, side, game }): Promise<Lane> => ({
        ...{ side, isShown: n === 0, way: [], going: Promise.resolve() },
        played: await pool.start(game),
      })),
    );
    if (isLast()) this.#lanes = lanes;
    else for (const { played } of lanes) played.end();
  }

  async #playLane({ played, isShown, way }: Lane, isLast: () => boolean): Promise<void> {
    const end = endOf(sidesOf(this.settings));
    while (isLast() && this.isGoing && (way.at(-1)?.iteration ?? 0) < end) {
      // The picture at the start is of untrained networks.
      const iterations = way.length === 0 ? 0 : pieceLength;
      if (isShown) way.push(await playPicture(played, iterations));
      else {
        const { iteration, measures } = await played.play(iterations);
        way.push({ iteration, measures });
      }
      if (isLast() && !isStill()) this.#drawing.ask();
    }
  }

  /** Ends the games that are on their way. */
  #end(): void {
    this.#runs.ask();
    this.#drawing.end();
    for (const { played } of this.#lanes) played.end();
    this.#lanes = [];
    this.#sought = undefined;
    this.state = 'idle';
  }

  #draw(): void {
    const shown = this.#lanes.filter(({ isShown }) => isShown).map(({ way }) => way as readonly GamePicture[]);
    const count = Math.min(...shown.map(({ length }) => length));
    if (shown.length < 2 || count === 0) return;
    const sides = sidesOf(this.settings);
    const last = Math.min(count - 1, Math.round((this.#sought ?? Infinity) / pieceLength));
    this.pictures = shown.map((way) => way[last]) as unknown as Pair<GamePicture>;
    this.curves = sides.map((condition, side) =>
      curvesOf(
        condition,
        this.#lanes.filter((lane) => lane.side === side).map(({ way }) => way),
      ),
    ) as unknown as Pair<Curves>;
  }

  #fail(error: unknown): void {
    this.#end();
    this.#pool?.dispose();
    this.#pool = undefined;
    this.state = 'failed';
    this.notices = [tellError(error)];
  }
}

const openPair = ({ games }: PackedPair): Pair<GamePicture> => games.map(openPicture) as unknown as Pair<GamePicture>;
