import { cos } from '../elementary/sine.ts';
import { expectInteger, expectNumber } from '../expect.ts';
import { effectiveValue, gainWithoutClipping } from './loudness.ts';
import { resample } from './resample.ts';
import { sampleRate, soundLength } from './short-time.ts';

/** What is wrong with a recording: nobody is heard, or the microphone was driven beyond its range. */
type RecordingFault = 'silent' | 'clipped';

/** Effective value below which a second holds no voice: 46 dB below full scale. */
const quietest = 0.005;
/** Samples from here on count as cut off. */
const fullScale = 0.99;
/** Share of cut samples that can be heard. */
const mostCut = 0.001;
/** The effective value that a recording is brought to, that of the words which come with the site; none is made more than so many times as loud. */
const usualValue = 0.1;
const mostGain = 20;
/** Samples at each end that fade, so that a cut does not click: 10 ms. */
const fade = 80;

/**
 * Where the loudest second of a recording begins, to a hundredth of a second.
 *
 * @param rate samples a second
 */
export function loudestSecond(samples: ArrayLike<number>, rate: number): number {
  expectInteger('rate', rate, 1000);
  const piece = Math.floor(rate / 100);
  const pieces = Math.floor(samples.length / piece);
  const energies = Float64Array.from({ length: pieces }, (_, p) => {
    let sum = 0;
    for (let n = p * piece; n < (p + 1) * piece; n += 1) sum += (samples[n] as number) * (samples[n] as number);
    return sum;
  });
  let best = 0;
  let most = -1;
  for (let start = 0; start <= Math.max(0, pieces - 100); start += 1) {
    const energy = energies.subarray(start, start + 100).reduce((sum, one) => sum + one, 0);
    if (energy > most) [best, most] = [start, energy];
  }
  return best * piece;
}

/** What is wrong with samples from -1 to 1, if anything is. */
export function faultOf(samples: ArrayLike<number>): RecordingFault | undefined {
  if (effectiveValue(samples) < quietest) return 'silent';
  let cut = 0;
  for (let n = 0; n < samples.length; n += 1) if (Math.abs(samples[n] as number) >= fullScale) cut += 1;
  return cut > mostCut * samples.length ? 'clipped' : undefined;
}

/**
 * A second of a recording as the words of the site are: 8,000 samples, about as loud as those, with soft ends.
 *
 * @param samples from -1 to 1; what is missing of a second is silence
 * @param rate samples a second
 * @returns `[soundLength]`, from -1 to 1
 */
export function toSound(samples: ArrayLike<number>, rate: number): Float64Array {
  expectNumber('rate', rate, 1000, 400_000);
  const sound = resample(samples, rate, sampleRate, soundLength);
  const gain = Math.min(mostGain, usualValue / Math.max(Number.MIN_VALUE, effectiveValue(sound)));
  const louder = sound.map((value, n) => {
    const toEdge = Math.min(n, soundLength - 1 - n);
    return gain * value * (toEdge < fade ? 0.5 - 0.5 * cos((Math.PI * toEdge) / fade) : 1);
  });
  const within = gainWithoutClipping(louder);
  return louder.map((value) => within * value);
}
