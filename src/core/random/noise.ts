import { hashWord } from './hash.ts';
import { streamKey } from './random.ts';

/**
 * Noise drawn for single units during training: dropout masks and Gaussian input noise. Every value is a pure function of
 * (member key, step, unit index), computed with {@link hashWord}, so all engines draw the same bits without storing them.
 */

/** The hash key of a member's unit noise. */
export function noiseKey(seed: number): number {
  return streamKey(seed, 'unit noise');
}

/** How many bits of a unit's number say which unit of its layer it is. */
export const unitBits = 10;

/**
 * Numbers the units that can draw noise within one step: below 2^24, the bits that the hash mixes best, for up to seven layers of
 * 1,024 examples.
 *
 * @param layer 0 for the inputs, l for hidden layer l
 * @param row row of the mini-batch, 0 to batch - 1; when values are mixed at a hidden layer, the second partners' rows
 *   (which run up to that layer on their own) are batch to 2 batch - 1
 * @param unit unit within the layer, 0 to 1023
 */
export function unitIndex(batch: number, layer: number, row: number, unit: number): number {
  return ((layer * 2 * batch + row) << unitBits) + unit;
}

/** A hidden unit is dropped when its hash is below this unsigned 32-bit number. */
export function dropoutThreshold(dropout: number): number {
  return Math.floor(dropout * 2 ** 32);
}

/** Whether dropout removes a unit: the hash of (key, step, unit) is below the threshold. `step` counts from 0. */
export function isDropped(key: number, step: number, unit: number, threshold: number): boolean {
  return hashWord(key, step, unit) < threshold;
}

/** The entry of `normalQuantiles` that a unit draws: the top 12 bits of its hash. `step` counts from 0. */
export function normalIndex(key: number, step: number, unit: number): number {
  return hashWord(key, step, unit) >>> 20;
}
