import { plainRules, type Game } from '../../../src/core/gan/game.ts';

/** A game with all that a discriminator can be held back by, and the fingerprint of both networks after four iterations, on every machine. */
export const knownGame: Game = {
  rules: { ...plainRules, alpha: 0.2, labelNoise: 0.05, slopePenalty: 1 },
  seed: 7,
};
export const knownGameFingerprint = 'd873bd7e57d63dee';
