import { exp } from '../elementary/exponential.ts';

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
