import type { Columns } from '../core/gan/game-draws.ts';
import type { GameMeasures } from '../core/gan/game-measures.ts';
import type { PlayedGame } from '../engine/cpu/games/game-pool.ts';

/** The square of the plane that is pictured, and the cells that the discriminator is asked for, row 0 at the bottom. */
export const gameGrid = { least: -3, greatest: 3, cells: 36 } as const;

/** How many of the judged points are drawn. */
const drawn = 300;

/** A game as it is drawn. */
export interface GamePicture {
  readonly iteration: number;
  readonly measures: GameMeasures;
  /** Some of the generator's points. */
  readonly fake: Columns;
  /** The discriminator's logit in each cell of {@link gameGrid}. */
  readonly logits: ArrayLike<number>;
}

/** The same in a page: numbers in thousandths, two bytes each, as texts. */
interface PackedPicture {
  readonly iteration: number;
  readonly measures: GameMeasures;
  readonly x: string;
  readonly y: string;
  readonly logits: string;
}

/** Both games of a seed, as they are drawn. */
export interface PackedPair {
  readonly seed: number;
  readonly games: readonly PackedPicture[];
}

/** Centers of the cells. */
const cellCenters = ((): Columns => {
  const { least, greatest, cells } = gameGrid;
  const at = (index: number): number => least + ((index + 0.5) / cells) * (greatest - least);
  const count = cells * cells;
  return {
    x: Float32Array.from({ length: count }, (_, cell) => at(cell % cells)),
    y: Float32Array.from({ length: count }, (_, cell) => at(Math.floor(cell / cells))),
  };
})();

/** Plays a game on, and reads what is drawn of it. */
export async function playPicture(played: PlayedGame, iterations: number): Promise<GamePicture> {
  const [{ iteration, measures, fake }, logits] = await Promise.all([
    played.play(iterations),
    played.judge(cellCenters),
  ]);
  return { iteration, measures, fake: { x: fake.x.slice(0, drawn), y: fake.y.slice(0, drawn) }, logits };
}

/** Packs what is drawn of a game. */
export function packPicture({ fake, logits, ...picture }: GamePicture): PackedPicture {
  return { ...picture, x: pack(fake.x), y: pack(fake.y), logits: pack(logits) };
}

/** Reads a packed picture. */
export function openPicture({ x, y, logits, ...picture }: PackedPicture): GamePicture {
  return { ...picture, fake: { x: open(x), y: open(y) }, logits: open(logits) };
}

const perUnit = 1000;
/** The greatest that two bytes hold in thousandths: beyond it a logit says the same, and a point lies outside. */
const greatest = 32;

function pack(values: ArrayLike<number>): string {
  const whole = Int16Array.from(values, (value) =>
    Math.round(perUnit * Math.max(-greatest, Math.min(greatest, value))),
  );
  return btoa(String.fromCharCode(...new Uint8Array(whole.buffer)));
}

function open(text: string): Float32Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return Float32Array.from(new Int16Array(bytes.buffer), (whole) => whole / perUnit);
}
