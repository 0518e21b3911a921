import { betaQuantiles } from '../random/beta-quantiles.ts';
import { hash3, hashWord } from '../random/hash.ts';
import { normalQuantiles } from '../random/normal-quantiles.ts';
import { scaleWord } from '../random/permutation.ts';
import { streamKey } from '../random/random.ts';
import { clusterSets } from './clusters.ts';
import type { Game } from './game.ts';

/** Points of the plane, coordinate by coordinate. */
export interface Columns {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * All randomness of a game, as pure functions of its seed, the turn, and the place in the mini-batch: whichever rules are played,
 * one seed draws the same. A turn is a step of either network, counted from 0.
 */
export interface GameDraws {
  /** Fills the columns with random numbers that the generator turns into points: standard normal. */
  noise(turn: number, to: Columns): void;
  /** Fills the columns with real points. */
  real(turn: number, to: Columns): void;
  /** The weights of the real points in blends, one for each of `to`. */
  lambdas(turn: number, to: Float32Array): void;
  /** How many places on the second blend of each real point takes its fake one: 1 to batch - 1. */
  shift(turn: number, batch: number): number;
  /** Whether the label at a place of the discriminator's mini-batch is exchanged. */
  isFlipped(turn: number, place: number): boolean;
}

const words = new Uint32Array(3);

/** @param stream tells draws for training and for judging apart */
export function createGameDraws({ rules, seed }: Game, stream: 'training' | 'judging' = 'training'): GameDraws {
  const key = (name: string): number => streamKey(seed, 'game', stream, name);
  const noiseKey = key('noise');
  const realKey = key('real');
  const lambdaKey = key('lambda');
  const shiftKey = key('shift');
  const flipKey = key('flip');
  const { centers, deviation } = clusterSets[rules.clusters];
  const quantiles = normalQuantiles();
  const weights = betaQuantiles(rules.alpha);
  const threshold = Math.floor(rules.labelNoise * 2 ** 32);
  const normal = (word: number): number => quantiles[word >>> 20] as number;

  return {
    noise(turn, { x, y }) {
      for (let b = 0; b < x.length; b += 1) {
        hash3(noiseKey, turn, b, words);
        x[b] = normal(words[0] as number);
        y[b] = normal(words[1] as number);
      }
    },
    real(turn, { x, y }) {
      for (let b = 0; b < x.length; b += 1) {
        hash3(realKey, turn, b, words);
        const [centerX, centerY] = centers[scaleWord(words[2] as number, centers.length)] as (typeof centers)[number];
        x[b] = centerX + deviation * normal(words[0] as number);
        y[b] = centerY + deviation * normal(words[1] as number);
      }
    },
    lambdas(turn, to) {
      for (let b = 0; b < to.length; b += 1) to[b] = weights[hashWord(lambdaKey, turn, b) >>> 20] as number;
    },
    shift: (turn, batch) => 1 + scaleWord(hashWord(shiftKey, turn, 0), batch - 1),
    isFlipped: (turn, place) => hashWord(flipKey, turn, place) < threshold,
  };
}
