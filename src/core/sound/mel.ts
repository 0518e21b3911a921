import { exp } from '../elementary/exponential.ts';
import { log } from '../elementary/logarithm.ts';
import { expectLength } from '../expect.ts';
import { binCount, frameCount, sampleRate, type ShortTime } from './short-time.ts';

/** Bands that the pitches of a frame are gathered in, each about as wide as the ear tells pitches apart. */
export const bandCount = 40;
/** What counts as silence, in decibels below a tone at full scale. */
export const silence = -80;

/** Which share of each pitch belongs to each band: `[bandCount, binCount]`, from 0 to 1. */
const bandWeights = bandsOf();
/** The pitches that a band weighs, as `[first, behind the last]`. */
const reach = Array.from({ length: bandCount }, (_, band) => {
  const weights = Array.from(bandWeights.subarray(band * binCount, (band + 1) * binCount), (weight) => weight > 0);
  return [weights.indexOf(true), weights.lastIndexOf(true) + 1] as const;
});

/**
 * The mel of a pitch: listeners find pitches that are equally many mel apart equally far apart. The formula is the one of speech
 * recognizers: S. Young and others, The HTK Book, version 3.4 (2006), section 5.4.
 *
 * @param hertz at least 0
 */
export function melOf(hertz: number): number {
  return 1127 * log(1 + hertz / 700);
}

/**
 * Triangles over the pitches, evenly apart in mel, from 0 to half the sample rate; each ends where its neighbors have their peaks.
 *
 * S. B. Davis and P. Mermelstein, "Comparison of parametric representations for monosyllabic word recognition in continuously spoken
 * sentences", IEEE Transactions on Acoustics, Speech, and Signal Processing 28 (1980).
 */
function bandsOf(): Float64Array {
  const highest = melOf(sampleRate / 2);
  const edges = Array.from(
    { length: bandCount + 2 },
    (_, k) => 700 * (exp((highest * k) / (bandCount + 1) / 1127) - 1),
  );
  const weights = new Float64Array(bandCount * binCount);
  for (let band = 0; band < bandCount; band += 1) {
    const [low = 0, peak = 0, high = 0] = edges.slice(band, band + 3);
    for (let bin = 0; bin < binCount; bin += 1) {
      const hertz = ((sampleRate / 2) * bin) / (binCount - 1);
      const weight = Math.min((hertz - low) / (peak - low), (high - hertz) / (high - peak));
      weights[band * binCount + bin] = Math.max(0, weight);
    }
  }
  return weights;
}

/** The power of each pitch: `[frameCount, binCount]`; 1 is a tone at full scale. */
export function powerOf({ real, imaginary }: ShortTime): Float64Array {
  return real.map((re, k) => re * re + (imaginary[k] as number) * (imaginary[k] as number));
}

/**
 * Gathers the power of pitches in bands.
 *
 * @param power `[frameCount, binCount]`
 * @returns `[frameCount, bandCount]`
 * @throws RangeError if there are more or fewer
 */
export function gatherInBands(power: Float64Array): Float64Array {
  expectLength('power', power, frameCount * binCount, 'powers (frames times pitches)');
  const bands = new Float64Array(frameCount * bandCount);
  for (let frame = 0; frame < frameCount; frame += 1) {
    for (let band = 0; band < bandCount; band += 1) {
      const [first, end] = reach[band] as (typeof reach)[number];
      let sum = 0;
      for (let bin = first; bin < end; bin += 1)
        sum += (bandWeights[band * binCount + bin] as number) * (power[frame * binCount + bin] as number);
      bands[frame * bandCount + band] = sum;
    }
  }
  return bands;
}

/**
 * What {@link gatherInBands} does, turned around: gives a number of each band to its pitches, by the same weights.
 *
 * @param bands `[frameCount, bandCount]`
 * @returns `[frameCount, binCount]`
 * @throws RangeError if there are more or fewer
 */
export function spreadOverPitches(bands: Float64Array): Float64Array {
  expectLength('bands', bands, frameCount * bandCount, 'numbers (frames times bands)');
  const pitches = new Float64Array(frameCount * binCount);
  for (let frame = 0; frame < frameCount; frame += 1) {
    for (let band = 0; band < bandCount; band += 1) {
      const value = bands[frame * bandCount + band] as number;
      const [first, end] = reach[band] as (typeof reach)[number];
      for (let bin = first; bin < end; bin += 1) {
        const at = frame * binCount + bin;
        pitches[at] = (pitches[at] as number) + (bandWeights[band * binCount + bin] as number) * value;
      }
    }
  }
  return pitches;
}

const decibelsPerE = 10 / Math.LN10;

/** Powers in decibels: ten times their decimal logarithm, and {@link silence} for what is below. */
export function toDecibels(power: Float64Array): Float64Array {
  return power.map((value) => (value > 0 ? Math.max(silence, decibelsPerE * log(value)) : silence));
}

/** The powers of decibels. */
export function fromDecibels(decibels: Float64Array): Float64Array {
  return decibels.map((value) => exp(value / decibelsPerE));
}

/**
 * The log-mel spectrogram of a sound: how loud each band is when, in decibels from {@link silence} up; 0 is a tone at full scale.
 *
 * @returns `[frameCount, bandCount]`
 */
export function logMel(sound: ShortTime): Float64Array {
  return toDecibels(gatherInBands(powerOf(sound)));
}
