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

/** What all games have in common. Sizes and the alternation follow Sec. 3.7 of the paper but for width and length. */
export const gameProtocol = {
  /** Units of each of the two hidden layers of both networks. */
  width: 64,
  /** Real points in one step of the discriminator, and as many fake ones; a multiple of 16. */
  batch: 64,
  /** Steps of the discriminator before each of the generator. */
  judgeSteps: 5,
  learningRate: 0.001,
} as const;

/** The plain game on the ring. */
export const plainRules: GameRules = {
  clusters: 'ring',
  loss: 'minimax',
  alpha: 0,
  generatorSeesBlends: false,
  labelNoise: 0,
  realTarget: 1,
  slopePenalty: 0,
  start: 'uniform',
};

/** Turns two random numbers into a point. */
export const generatorNetwork: Network = {
  sizes: [2, gameProtocol.width, gameProtocol.width, 2],
  activation: 'relu',
};

/** Gives a point the logit of its being real. */
export const discriminatorNetwork: Network = {
  sizes: [2, gameProtocol.width, gameProtocol.width, 1],
  activation: 'relu',
};

/**
 * Checks a game.
 *
 * @throws RangeError that names the field
 */
export function expectGame(game: Game): Game {
  const { rules } = game;
  expectOneOf('rules.clusters', rules.clusters, Object.keys(clusterSets) as ClusterSet[]);
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
