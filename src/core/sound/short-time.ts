import { cos } from '../elementary/sine.ts';
import { expectFinite, expectLength } from '../expect.ts';
import { fourierTransform } from './fourier.ts';

/** Samples a second, as a telephone has them: pitches up to half of it. */
export const sampleRate = 8000;
/** Every sound here lasts a second, as the recordings of the paper's data do. */
export const soundLength = sampleRate;
/** Samples that a frame looks at: 32 ms. */
const frameLength = 256;
/** Samples from the middle of a frame to that of the next: 8 ms, a quarter of a frame, so that frames can be put together again. */
const hop = 64;
/** The first frame stands around the first sample, the last one around the end. */
export const frameCount = soundLength / hop + 1;
/** Pitches of a frame: from 0 to half the sample rate. */
export const binCount = frameLength / 2 + 1;

/** Which pitches sound when, with their phases: `[frameCount, binCount]`, real and imaginary parts. 1 is a tone at full scale. */
export interface ShortTime {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

/** Hann's window, periodic: four of them, a quarter apart, add up to a constant. */
const hann = Float64Array.from({ length: frameLength }, (_, n) => 0.5 - 0.5 * cos((2 * Math.PI * n) / frameLength));
/** What a tone of amplitude 1 comes to in its bin: half of the window's sum. */
const toneGain = frameLength / 4;
const fourier = fourierTransform(frameLength);
/** For each sample the sum of the squares of the windows that cover it. */
const covered = overlapAdd((frame) => frame.set(hann));

/**
 * The short-time Fourier transform of a sound. Beyond its ends there is silence.
 *
 * J. B. Allen and L. R. Rabiner, "A unified approach to short-time Fourier analysis and synthesis", Proceedings of the IEEE 65 (1977).
 *
 * @param samples `[soundLength]`
 * @throws RangeError if there are more or fewer, or one is not finite
 */
export function shortTime(samples: ArrayLike<number>): ShortTime {
  expectFinite('samples', expectLength('samples', samples, soundLength, 'samples'));
  const real = new Float64Array(frameCount * binCount);
  const imaginary = new Float64Array(frameCount * binCount);
  const re = new Float64Array(frameLength);
  const im = new Float64Array(frameLength);
  for (let frame = 0; frame < frameCount; frame += 1) {
    const start = frame * hop - frameLength / 2;
    for (let n = 0; n < frameLength; n += 1) re[n] = (hann[n] as number) * (samples[start + n] ?? 0);
    im.fill(0);
    fourier.forward(re, im);
    for (let bin = 0; bin < binCount; bin += 1) {
      real[frame * binCount + bin] = (re[bin] as number) / toneGain;
      imaginary[frame * binCount + bin] = (im[bin] as number) / toneGain;
    }
  }
  return { real, imaginary };
}

/**
 * The sound whose short-time transform comes nearest to a given one, which may belong to no sound; of that of a sound, the sound.
 *
 * D. W. Griffin and J. S. Lim, "Signal estimation from modified short-time Fourier transform", IEEE Transactions on Acoustics,
 * Speech, and Signal Processing 32 (1984), equation 6.
 *
 * @returns `[soundLength]`
 */
export function nearestSound({ real, imaginary }: ShortTime): Float64Array {
  const re = new Float64Array(frameLength);
  const im = new Float64Array(frameLength);
  const samples = overlapAdd((into, frame) => {
    for (let bin = 0; bin < binCount; bin += 1) {
      re[bin] = toneGain * (real[frame * binCount + bin] as number);
      im[bin] = toneGain * (imaginary[frame * binCount + bin] as number);
    }
    // A sound has no imaginary part: the upper half mirrors the lower, and both ends are real.
    im[0] = 0;
    im[binCount - 1] = 0;
    for (let bin = binCount; bin < frameLength; bin += 1) {
      re[bin] = re[frameLength - bin] as number;
      im[bin] = -(im[frameLength - bin] as number);
    }
    fourier.inverse(re, im);
    into.set(re);
  });
  for (let n = 0; n < soundLength; n += 1) samples[n] = (samples[n] as number) / (covered[n] as number);
  return samples;
}

/** Adds up frames where they stand, each once more under its window. */
function overlapAdd(fill: (into: Float64Array, frame: number) => void): Float64Array {
  const sum = new Float64Array(soundLength);
  const values = new Float64Array(frameLength);
  for (let frame = 0; frame < frameCount; frame += 1) {
    fill(values, frame);
    const start = frame * hop - frameLength / 2;
    const end = Math.min(frameLength, soundLength - start);
    for (let n = Math.max(0, -start); n < end; n += 1)
      sum[start + n] = (sum[start + n] as number) + (hann[n] as number) * (values[n] as number);
  }
  return sum;
}
