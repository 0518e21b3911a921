import { effectiveValue } from '../../core/sound/loudness.ts';
import { bandCount, gatherInBands, powerOf, toDecibels } from '../../core/sound/mel.ts';
import { shortTime, soundLength, type ShortTime } from '../../core/sound/short-time.ts';

/** A word as it is heard and as a network would see it. */
export interface WordSound {
  /** `[soundLength]`, from -1 to 1. */
  readonly samples: Float64Array;
  readonly transform: ShortTime;
  /** `[frames, bands]`, power. */
  readonly bands: Float64Array;
  /** The log-mel spectrogram, `[frames, bands]`. */
  readonly decibels: Float64Array;
  /** The root of its mean square. */
  readonly loudness: number;
}

/** Pads a recording with silence to one second, or cuts it there, and analyzes it. */
export function wordSound(recording: ArrayLike<number>): WordSound {
  const samples = Float64Array.from({ length: soundLength }, (_, n) => recording[n] ?? 0);
  const transform = shortTime(samples);
  const bands = gatherInBands(powerOf(transform));
  return { samples, transform, bands, decibels: toDecibels(bands), loudness: effectiveValue(samples) };
}

/** Levels between which ink goes from none to full. */
const [faint, full] = [-62, -14];

/**
 * A spectrogram as ink.
 *
 * @param decibels `[frames, bands]`
 * @param share how much of each spot's ink is meant, from 0 to 1; all of it if not given
 * @returns `[bands, frames]` from 0 to 1, the highest band first
 */
export function inksOf(decibels: Float64Array, share?: Float64Array): Float32Array {
  const frames = decibels.length / bandCount;
  return Float32Array.from(decibels, (_, place) => {
    const at = (place % frames) * bandCount + (bandCount - 1 - Math.floor(place / frames));
    const ink = Math.min(1, Math.max(0, ((decibels[at] as number) - faint) / (full - faint)));
    return ink * (share?.[at] ?? 1);
  });
}
