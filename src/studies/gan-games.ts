import type { ClusterSet } from '../core/gan/clusters.ts';
import type { gameMeasures } from '../core/gan/game-measures.ts';
import { plainRules, type Game, type GameRules, type GeneratorLoss } from '../core/gan/game.ts';
import { fingerprint } from '../core/training/fingerprint.ts';
import type { GamePool } from '../engine/cpu/games/game-pool.ts';
import { playPicture, type GamePicture } from './game-picture.ts';
import type { MeasuredTrial } from './summarize-study.ts';

/** What is measured of a generator, see `core/gan/game-measures.ts`; shares are in [0, 1]. */
export type GanMeasure = (typeof gameMeasures)[number];

/** How the discriminator is held back, by key, on the way from the plain game. */
export const ganMethods = {
  plain: {},
  mixup: { alpha: 0.2 },
  formula: { alpha: 0.2, generatorSeesBlends: true },
  noise: { labelNoise: 0.05 },
  smoothing: { realTarget: 0.9 },
  slope: { slopePenalty: 1 },
} as const satisfies Readonly<Record<string, Partial<GameRules>>>;

export type GanMethod = keyof typeof ganMethods;

/** Networks that play, by how many hidden layers of how many units each has. The last are the paper's. */
export const gameSizes = {
  '2x32': { layers: 2, width: 32 },
  '2x64': { layers: 2, width: 64 },
  '2x128': { layers: 2, width: 128 },
  '2x256': { layers: 2, width: 256 },
  '3x512': { layers: 3, width: 512 },
} as const satisfies Readonly<Record<string, Pick<GameRules, 'layers' | 'width'>>>;

export type GameSize = keyof typeof gameSizes;

/** The size that games have unless another is asked for. */
export const usualSize = '2x64' satisfies GameSize;

/** The paper's size: an iteration takes more than a hundred times as long, so no page plays it. */
export const paperSize = '3x512' satisfies GameSize;

/** How long a game is and how often its generator is measured, in iterations. */
interface GameLength {
  readonly iterations: number;
  readonly measureEvery: number;
}

/** The longest of all games, in iterations. */
export const longestGame = 1500;

/** Between the paper's networks, which take so long, the plain game is lost well before its end. */
export const gameLength = ({ width }: Pick<GameRules, 'width'>): GameLength =>
  width === gameSizes[paperSize].width
    ? { iterations: 300, measureEvery: 25 }
    : { iterations: longestGame, measureEvery: 50 };

/** A game that is compared with others. */
export interface GanCondition {
  /** Key of its results within its set, such as `minimax-mixup`, or `3x512 minimax-mixup` between networks of another size. */
  readonly name: string;
  readonly method: GanMethod;
  readonly size: GameSize;
  readonly rules: GameRules;
}

/** In what a game differs from what its method says. */
interface GanChanges {
  /** Strength of mixup, where there is any. */
  readonly alpha?: number;
  readonly size?: GameSize;
}

/** Whether a method is defined for a loss: what the generator wants of blends, the paper's formula says of minimax alone. */
export const isPlayed = (method: GanMethod, loss: GeneratorLoss): boolean => method !== 'formula' || loss === 'minimax';

/** One game of a comparison. */
export function ganCondition(
  set: ClusterSet,
  loss: GeneratorLoss,
  method: GanMethod,
  { alpha, size = usualSize }: GanChanges = {},
): GanCondition {
  // He's initial weights on the tight ring: from there the plain game derails.
  const start = set === 'tight-ring' ? 'he' : 'uniform';
  const own: Partial<GameRules> = ganMethods[method];
  const strength = alpha !== undefined && own.alpha !== undefined ? { alpha } : {};
  const rules = { ...plainRules, ...gameSizes[size], clusters: set, loss, start, ...own, ...strength } as const;
  return { name: `${size === usualSize ? '' : `${size} `}${loss}-${method}`, method, size, rules };
}

/** A game that was played. */
export interface PlayedTrial extends MeasuredTrial<GanMeasure> {
  readonly fingerprint: string | undefined;
  /** How it stood at last. */
  readonly picture: GamePicture;
}

/**
 * Plays a game and measures it on the way.
 *
 * @param iterations after which it ends, if not after all; a multiple of those between measurements
 */
export async function playGame(
  games: GamePool,
  condition: GanCondition,
  seed: number,
  iterations = gameLength(condition.rules).iterations,
): Promise<PlayedTrial> {
  const game: Game = { rules: condition.rules, seed };
  const played = await games.start(game);
  const curve = [];
  const { measureEvery } = gameLength(condition.rules);
  while (curve.length < iterations / measureEvery) {
    const { iteration, measures } = await played.play(measureEvery);
    curve.push({ step: iteration, measures });
  }
  const [picture, parameters] = [await playPicture(played, 0), await played.parameters()];
  played.end();
  return { trial: { condition, seed }, curve, fingerprint: fingerprint(parameters), picture };
}
