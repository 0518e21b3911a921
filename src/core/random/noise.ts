import { exp } from '../elementary/exponential.ts';
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

/** How many values Gaussian noise is drawn from. */
export const normalQuantileCount = 4096;

/**
 * The table Gaussian noise is drawn from: the standard normal quantiles at (k + 1/2) / 4096, scaled to unit variance.
 * A table rather than a formula, because WGSL's cosine and logarithm may be off by far more than float32.
 */
export function normalQuantiles(): Float32Array {
  const half = normalQuantileCount / 2;
  const upper = Array.from({ length: half }, (_, k) => normalQuantile((half + k + 0.5) / normalQuantileCount));
  const scale = Math.sqrt(half / upper.reduce((sum, z) => sum + z * z, 0));
  const table = new Float32Array(normalQuantileCount);
  upper.forEach((z, k) => {
    table[half + k] = z * scale;
    table[half - 1 - k] = -z * scale;
  });
  return table;
}

/** The entry of {@link normalQuantiles} that a unit draws: the top 12 bits of its hash. `step` counts from 0. */
export function normalIndex(key: number, step: number, unit: number): number {
  return hashWord(key, step, unit) >>> 20;
}

/** The z at which the standard normal distribution function is `probability` (1/2 to 0.9999), by Newton's method. */
function normalQuantile(probability: number): number {
  let z = 0;
  for (let round = 0; round < 60; round += 1) {
    const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const move = (probability - normalCumulative(z, density)) / density;
    z += Math.max(-0.5, Math.min(0.5, move));
    if (Math.abs(move) < 1e-15) break;
  }
  return z;
}

/** The standard normal distribution function at z from 0 to 4, by its power series (Abramowitz and Stegun 26.2.11). */
function normalCumulative(z: number, density: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + density * sum;
}
