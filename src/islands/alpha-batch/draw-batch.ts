import { sampleBeta } from '../../core/random/beta.ts';
import { createRandom, randomInteger, type Random } from '../../core/random/random.ts';
import type { alphaBatchParameters } from './parameters.ts';
import { samplesPerDigit } from '../../data/digits/digits.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';

export type Settings = ValuesOf<typeof alphaBatchParameters>;

/** Pairs in a mini-batch. */
export const pairCount = 16;

/** One image of the sample: which digit, and which of its images. */
interface Image {
  readonly digit: number;
  readonly sample: number;
}

/** Two images to blend, the first with weight lambda. */
export interface Pair {
  readonly first: Image;
  readonly second: Image;
  readonly lambda: number;
}

/**
 * The pairs of the mini-batch that the settings name. Both images come from the whole sample, every one equally likely.
 * Images depend on the seed and the draw alone, so that alpha and who shares lambda can be compared on the same pairs.
 */
export function drawBatch(settings: Settings): Pair[] {
  const random = createRandom(settings.seed, 'alpha-batch', 'images', settings.draw);
  const weights = lambdasOf(settings, settings.draw);
  return Array.from({ length: pairCount }, (_, n) => ({
    first: drawImage(random),
    second: drawImage(random),
    lambda: (weights[n] ?? weights[0]) as number,
  }));
}

/** Every lambda drawn up to and with this mini-batch: one for each pair, or one for each mini-batch. */
export function drawnLambdas(settings: Settings): number[] {
  return Array.from({ length: settings.draw }, (_, before) => lambdasOf(settings, before + 1)).flat();
}

function lambdasOf({ alpha, per, seed }: Settings, draw: number): number[] {
  const random = createRandom(seed, 'alpha-batch', 'lambda', draw);
  return Array.from({ length: per === 'batch' ? 1 : pairCount }, () => sampleBeta(alpha, random));
}

function drawImage(random: Random): Image {
  return { digit: randomInteger(random, 10), sample: randomInteger(random, samplesPerDigit) };
}
