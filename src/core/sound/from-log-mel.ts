import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { bandCount, fromDecibels, gatherInBands, powerOf, spreadOverPitches } from './mel.ts';
import { frameCount, nearestSound, shortTime, type ShortTime } from './short-time.ts';

/** Rounds that bring the powers of pitches to those of their bands. */
const fittingRounds = 12;
/** Rounds that look for phases. */
export const phaseRounds = 24;
/** Power below which nothing is told apart: 100 dB below a tone at full scale. */
const faintest = 1e-10;

/**
 * Mixes two sounds pitch by pitch in the logarithm of their powers, as a mixed spectrogram does band by band.
 *
 * @param lambda weight of the first, from 0 to 1
 * @returns powers, `[frameCount, binCount]`
 */
export function mixLogPowers(first: ShortTime, second: ShortTime, lambda: number): Float64Array {
  const [one, other] = [powerOf(first), powerOf(second)];
  return one.map((power, k) =>
    exp(lambda * log(power + faintest) + (1 - lambda) * log((other[k] as number) + faintest)),
  );
}

/**
 * Makes a sound of a log-mel spectrogram, which says how loud each band is when, but not how its power is shared among the
 * pitches of the band, and nothing of phases. It takes the shares from `powers`, brought to the spectrogram by the rounds of
 * D. D. Lee and H. S. Seung for the divergence of positive numbers, "Algorithms for non-negative matrix factorization", NIPS 13 (2000); and
 * looks for phases that suit one another, from those of `phases` on, by the rounds of D. W. Griffin and J. S. Lim, "Signal estimation from modified
 * short-time Fourier transform", IEEE Transactions on Acoustics, Speech, and Signal Processing 32 (1984). Nothing in it is drawn by lot.
 *
 * @param decibels the spectrogram, `[frameCount, bandCount]`, as `logMel` gives it
 * @param powers of the pitches to begin with, `[frameCount, binCount]`, above 0
 * @param phases a transform whose phases to begin with
 * @returns works one round further each time it is asked, so that a page can do something else meanwhile; in the end the sound
 */
export function* soundOfLogMel(
  decibels: Float64Array,
  powers: Float64Array,
  phases: ShortTime,
): Generator<undefined, Float64Array> {
  const wanted = fromDecibels(decibels);
  const weights = spreadOverPitches(new Float64Array(frameCount * bandCount).fill(1));
  let fitted = powers;
  for (let round = 0; round < fittingRounds; round += 1) {
    const now = gatherInBands(fitted);
    const pull = spreadOverPitches(wanted.map((power, k) => power / Math.max(faintest, now[k] as number)));
    // The lowest and the highest pitch belong to no band.
    fitted = fitted.map((power, k) => (power * (pull[k] as number)) / ((weights[k] as number) || 1));
    yield;
  }
  const magnitudes = fitted.map(Math.sqrt);
  let sound = nearestSound(withMagnitudes(phases, magnitudes));
  for (let round = 0; round < phaseRounds; round += 1) {
    sound = nearestSound(withMagnitudes(shortTime(sound), magnitudes));
    yield;
  }
  return sound;
}

/** A transform with its own phases and other magnitudes; where it is silent, the phase is 0. */
function withMagnitudes({ real, imaginary }: ShortTime, magnitudes: Float64Array): ShortTime {
  const made = { real: new Float64Array(real.length), imaginary: new Float64Array(real.length) };
  for (let k = 0; k < real.length; k += 1) {
    const re = real[k] as number;
    const im = imaginary[k] as number;
    const size = Math.sqrt(re * re + im * im);
    const gain = magnitudes[k] as number;
    made.real[k] = size > 0 ? (gain * re) / size : gain;
    made.imaginary[k] = size > 0 ? (gain * im) / size : 0;
  }
  return made;
}
