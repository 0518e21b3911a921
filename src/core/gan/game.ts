import { expectInteger, expectNumber, expectOneOf } from '../expect.ts';
import type { Network } from '../training/network.ts';
import { clusterSets, type ClusterSet } from './clusters.ts';

/**
 * What the generator wants: `minimax`, to make the discriminator's loss large, as in the paper's formula; `non-saturating`, to have
 * its points called real, as is usual (both Goodfellow et al. 2014, arXiv 1406.2661, Sec. 3).
 */
export type GeneratorLoss = 'minimax' | 'non-saturating';

/** How a generator and a discriminator are trained against each other. */
export interface GameRules {
  readonly clusters: ClusterSet;
  /** Hidden layers of each network. */
  readonly layers: number;
  /** Units of each of them. */
  readonly width: number;
  readonly loss: GeneratorLoss;
  /** Strength of mixup: the discriminator sees blends of a real and a fake point. 0 is the plain game. */
  readonly alpha: number;
  /** Whether the generator's own step sees blends, as the paper's formula has it, or its points as they are. */
  readonly generatorSeesBlends: boolean;
  /** Share of the discriminator's labels that are exchanged, drawn anew in each step. */
  readonly labelNoise: number;
  /** Target of a real point: 1, or less with one-sided label smoothing (Salimans et al. 2016, arXiv 1606.03498). */
  readonly realTarget: number;
  /** Weight of half the mean squared slope of the discriminator at real points: R1 of Mescheder et al. 2018, arXiv 1801.04406. */
  readonly slopePenalty: number;
  /** Initial weights: uniform within 1 / sqrt(inputs), biases too, as PyTorch has them; or He's, with biases of zero. */
  readonly start: 'uniform' | 'he';
}

/** A game is a value: the same rules and seed give the same numbers. Games of one seed share real points, noise and initial weights. */
export interface Game {
  readonly rules: GameRules;
  readonly seed: number;
}

/** What all games have in common. The alternation and the rate are those of Sec. 3.7 of the paper, whose mini-batches have 128. */
export const gameProtocol = {
  /** Real points in one step of the discriminator, and as many fake ones; a multiple of 16. */
  batch: 64,
  /** Steps of the discriminator before each of the generator. */
  judgeSteps: 5,
  learningRate: 0.001,
} as const;

/** The widest and deepest networks that play: those of the paper. */
export const gameLimits = { layers: 3, width: 512 } as const;

/** The plain game on the ring, between networks small enough to watch. */
export const plainRules: GameRules = {
  clusters: 'ring',
  layers: 2,
  width: 64,
  loss: 'minimax',
  alpha: 0,
  generatorSeesBlends: false,
  labelNoise: 0,
  realTarget: 1,
  slopePenalty: 0,
  start: 'uniform',
};

/** The two networks of a game, of ReLU units. */
interface GameNetworks {
  /** Turns two random numbers into a point. */
  readonly generator: Network;
  /** Gives a point the logit of its being real. */
  readonly discriminator: Network;
}

/** What plays by some rules. */
export function gameNetworks({ layers, width }: GameRules): GameNetworks {
  const hidden = Array.from({ length: layers }, () => width);
  const network = (outputs: number): Network => ({ sizes: [2, ...hidden, outputs], activation: 'relu' });
  return { generator: network(2), discriminator: network(1) };
}

/**
 * Checks a game.
 *
 * @throws RangeError that names the field
 */
export function expectGame(game: Game): Game {
  const { rules } = game;
  expectOneOf('rules.clusters', rules.clusters, Object.keys(clusterSets) as ClusterSet[]);
  expectInteger('rules.layers', rules.layers, 1, gameLimits.layers);
  expectInteger('rules.width', rules.width, 2, gameLimits.width);
  expectOneOf('rules.loss', rules.loss, ['minimax', 'non-saturating']);
  expectOneOf('rules.start', rules.start, ['uniform', 'he']);
  expectNumber('rules.alpha', rules.alpha, 0, 1000);
  expectNumber('rules.labelNoise', rules.labelNoise, 0, 0.5);
  expectNumber('rules.realTarget', rules.realTarget, 0.5, 1);
  expectNumber('rules.slopePenalty', rules.slopePenalty, 0, 100);
  expectInteger('seed', game.seed, 0, 2 ** 31);
  if (rules.generatorSeesBlends && (rules.alpha === 0 || rules.loss !== 'minimax'))
    throw new RangeError('rules.generatorSeesBlends: expected mixup and minimax with it, which is how it is defined.');
  return game;
}
