import { sampleRate, soundLength } from '../../../../src/core/sound/short-time.ts';

/** A second of a tone. */
export const tone = (hertz: number, amplitude = 1, rate = sampleRate, length = soundLength): Float64Array =>
  Float64Array.from({ length }, (_, n) => amplitude * Math.sin((2 * Math.PI * hertz * n) / rate));

/** The greatest distance between two rows of numbers, from one place to before another. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>, from = 0, to = a.length): number {
  let most = 0;
  for (let k = from; k < to; k += 1) most = Math.max(most, Math.abs((a[k] as number) - (b[k] as number)));
  return most;
}
