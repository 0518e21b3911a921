import { log } from '../elementary/logarithm.ts';

/** The root of the mean square of some samples; 0 if there are none. */
export function effectiveValue(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < samples.length; n += 1) sum += (samples[n] as number) * (samples[n] as number);
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** How many decibels one amplitude is above another; both are above 0. */
export function decibelsAbove(amplitude: number, other: number): number {
  return (20 * log(amplitude / other)) / Math.LN10;
}

/**
 * The factor that a sound is to be played with, so that no sample leaves the range from -1 to 1, where loudspeakers would cut it.
 *
 * @returns 1 unless a sample is beyond
 */
export function gainWithoutClipping(samples: ArrayLike<number>): number {
  let greatest = 1;
  for (let n = 0; n < samples.length; n += 1) greatest = Math.max(greatest, Math.abs(samples[n] as number));
  return 1 / greatest;
}
