import type { FetchProgress } from '../../data/fetch-data.ts';
import type { SideName } from '../kit/pictures/picture.ts';
import { spokenDigits } from './parameters.ts';
import type * as mixtures from './mixtures.ts';
import type { WordSound } from './word-sound.ts';

/** One of the site's words, by what it says, or samples of the reader's own. */
export type WordSource = (typeof spokenDigits)[number] | Float64Array;

/** What sounds are made with: scripts and recordings that come when the figure is used. */
export interface SoundTools {
  readonly mixtures: typeof mixtures;
  /** The analyzed word of a side; a word that stays is analyzed once. */
  readonly wordOf: (side: SideName, source: WordSource) => WordSound;
}

/**
 * Loads them.
 *
 * @param onProgress is told how much of the recordings has come
 * @throws Error with a sentence for the reader if they cannot be had
 */
export async function loadSoundTools(onProgress: FetchProgress): Promise<SoundTools> {
  const [made, { wordSound }, { fetchSpokenDigits }] = await Promise.all([
    import('./mixtures.ts'),
    import('./word-sound.ts'),
    import('../../data/spoken-digits/spoken-digits.ts'),
  ]);
  const recordings = await fetchSpokenDigits(onProgress);
  const known: Partial<Record<SideName, { readonly source: WordSource; readonly sound: WordSound }>> = {};
  return {
    mixtures: made,
    wordOf: (side, source) => {
      const before = known[side];
      if (before?.source === source) return before.sound;
      const samples = typeof source === 'string' ? recordings[spokenDigits.indexOf(source)] : source;
      const sound = wordSound(samples as ArrayLike<number>);
      known[side] = { source, sound };
      return sound;
    },
  };
}
