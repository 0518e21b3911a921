import { expectLength } from '../expect.ts';

/** A spot of a spectrogram counts as loud if it is at most so many decibels below the loudest one. */
export const loudWithin = 20;

/**
 * What becomes in a mixture of what only one of its two sounds has: the share of the spots that are loud in one of them and not in
 * the other, which are still loud in the mixture. Each spectrogram is measured by its own loudest spot.
 *
 * @param mixed three spectrograms of the same sizes, in decibels
 * @returns from 0 to 1; nothing if there are no such spots, as between a sound and itself
 * @throws RangeError that names the argument if the sizes differ
 */
export function stillLoud(mixed: Float64Array, first: Float64Array, second: Float64Array): number | undefined {
  expectLength('first', first, mixed.length, 'spots, as the mixture has');
  expectLength('second', second, mixed.length, 'spots, as the mixture has');
  const [inMixture, inFirst, inSecond] = [mixed, first, second].map(loudFrom) as [number, number, number];
  let apart = 0;
  let still = 0;
  for (let k = 0; k < mixed.length; k += 1) {
    if ((first[k] as number) >= inFirst === (second[k] as number) >= inSecond) continue;
    apart += 1;
    if ((mixed[k] as number) >= inMixture) still += 1;
  }
  return apart === 0 ? undefined : still / apart;
}

/** The level from which on a spot is loud. */
function loudFrom(decibels: Float64Array): number {
  return decibels.reduce((most, value) => Math.max(most, value), -Infinity) - loudWithin;
}
