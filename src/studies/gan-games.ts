import type { ClusterSet } from '../core/gan/clusters.ts';
import type { gameMeasures } from '../core/gan/game-measures.ts';
import { plainRules, type Game, type GameRules, type GeneratorLoss } from '../core/gan/game.ts';
import { fingerprint } from '../core/training/fingerprint.ts';
import type { GamePool } from '../engine/cpu/games/game-pool.ts';
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

/** Length of every game, in iterations, and how often the generator is measured. */
export const ganProtocol = { iterations: 1500, measureEvery: 50 } as const;

/** A game that is compared with others. */
export interface GanCondition {
  /** Key of its results within its set, such as `minimax-mixup`. */
  readonly name: string;
  readonly method: GanMethod;
  readonly rules: GameRules;
}

/** Whether a method is defined for a loss: what the generator wants of blends, the paper's formula says of minimax alone. */
export const isPlayed = (method: GanMethod, loss: GeneratorLoss): boolean => method !== 'formula' || loss === 'minimax';

/**
 * One game of a comparison.
 *
 * @param alpha strength of mixup, where it is not that of the method
 */
export function ganCondition(set: ClusterSet, loss: GeneratorLoss, method: GanMethod, alpha?: number): GanCondition {
  // He's initial weights on the tight ring: from there the plain game derails.
  const start = set === 'tight-ring' ? 'he' : 'uniform';
  const own: Partial<GameRules> = ganMethods[method];
  const strength = alpha !== undefined && own.alpha !== undefined ? { alpha } : {};
  const rules = { ...plainRules, clusters: set, loss, start, ...own, ...strength } as const;
  return { name: `${loss}-${method}`, method, rules };
}

/** Plays a game to its end and measures it on the way. */
export async function playGame(
  games: GamePool,
  condition: GanCondition,
  seed: number,
): Promise<MeasuredTrial<GanMeasure> & { readonly fingerprint: string | undefined }> {
  const game: Game = { rules: condition.rules, seed };
  const played = await games.start(game);
  const curve = [];
  while (curve.length < ganProtocol.iterations / ganProtocol.measureEvery) {
    const { iteration, measures } = await played.play(ganProtocol.measureEvery);
    curve.push({ step: iteration, measures });
  }
  const parameters = await played.parameters();
  played.end();
  return { trial: { condition, seed }, curve, fingerprint: fingerprint(parameters) };
}
