import { mixLogPowers, soundOfLogMel } from '../../core/sound/from-log-mel.ts';
import { decibelsAbove } from '../../core/sound/loudness.ts';
import { logMel } from '../../core/sound/mel.ts';
import { mixRows, mixTransforms } from '../../core/sound/mix-sounds.ts';
import { stillLoud } from '../../core/sound/still-loud.ts';
import { waveformPath } from '../../figures/sound/waveform-path.ts';
import { inksOf, type WordSound } from './word-sound.ts';

/** How finely waveforms are drawn. */
const pieces = 125;

/** A sound as it is drawn. */
interface DrawnSound {
  /** Outline of its wave. */
  readonly wave: string;
  /** Ink of the first word and ink of the second, or one ink of both: `[bands, frames]`. */
  readonly inks: readonly Float32Array[];
}

/** What can be said of the two mixtures in numbers. */
export interface MixtureFacts {
  /** By how many decibels the second word is louder than the first where waves are mixed; nothing where one of them is silent. */
  readonly secondAbove?: number;
  /** See `stillLoud`; nothing where both words are loud at the same spots. */
  readonly still?: { readonly waves: number; readonly spectrograms: number };
}

/** The mixtures of two words at one λ; but for the sound of mixed spectrograms, which takes longer. */
export interface Mixtures {
  /** The mixed waves, as many samples as each word has. */
  readonly samples: Float64Array;
  readonly waves: DrawnSound;
  /** The ink of the mixed spectrograms. */
  readonly inks: Float32Array;
  readonly facts: MixtureFacts;
}

/** A word alone as it is drawn. */
export const drawWord = ({ samples, decibels }: WordSound): DrawnSound => ({
  wave: drawWave(samples),
  inks: [inksOf(decibels)],
});

/** The outline of a sound. */
export const drawWave = (samples: ArrayLike<number>): string => waveformPath(samples, pieces);

/** Mixes two words both ways. @param lambda weight of the first, from 0 to 1 */
export function mixWords(first: WordSound, second: WordSound, lambda: number): Mixtures {
  const samples = mixRows(first.samples, second.samples, lambda);
  const decibels = logMel(mixTransforms(first.transform, second.transform, lambda));
  /** Of the power at each spot, the share that the first word brings. */
  const ofFirst = first.bands.map((power, k) => {
    const own = lambda * lambda * power;
    const other = (1 - lambda) * (1 - lambda) * (second.bands[k] as number);
    return own + other > 0 ? own / (own + other) : lambda;
  });
  const mixed = mixRows(first.decibels, second.decibels, lambda);
  const waves = stillLoud(decibels, first.decibels, second.decibels);
  const spectrograms = stillLoud(mixed, first.decibels, second.decibels);
  const [one, other] = [lambda * first.loudness, (1 - lambda) * second.loudness];
  return {
    samples,
    waves: {
      wave: drawWave(samples),
      inks: [
        inksOf(decibels, ofFirst),
        inksOf(
          decibels,
          ofFirst.map((share) => 1 - share),
        ),
      ],
    },
    inks: inksOf(mixed),
    facts: {
      ...(one > 0 && other > 0 && { secondAbove: decibelsAbove(other, one) }),
      ...(waves !== undefined && spectrograms !== undefined && { still: { waves, spectrograms } }),
    },
  };
}

/**
 * The sound of the mixed log-mel spectrograms, as `soundOfLogMel` makes it from the powers and the phases of the mixed words.
 *
 * @param lambda weight of the first, from 0 to 1
 * @returns works in rounds; in the end `[soundLength]`
 */
export function soundOfMixedSpectrograms(
  first: WordSound,
  second: WordSound,
  lambda: number,
): Generator<undefined, Float64Array> {
  return soundOfLogMel(
    mixRows(first.decibels, second.decibels, lambda),
    mixLogPowers(first.transform, second.transform, lambda),
    mixTransforms(first.transform, second.transform, lambda),
  );
}
