import type { RunState } from '../../engine/run/run.ts';
import { tellError } from '../../engine/tell-error.ts';
import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import type { SideName } from '../kit/pictures/picture.ts';
import type { MixtureFacts } from './mixtures.ts';
import { hearLambdaParameters, type SoundName } from './parameters.ts';
import type { SoundPlayer } from './sound-player.ts';
import type { SoundTools } from './sound-tools.ts';
import type { NamedPair } from './told-mixture.ts';
import type { WordSound } from './word-sound.ts';

type Settings = ValuesOf<typeof hearLambdaParameters>;

/** The four sounds as they are drawn, and what is told of them. */
export interface DrawnSounds {
  readonly pair: NamedPair;
  readonly facts: MixtureFacts;
  /** Outlines of the waves. */
  readonly waves: Readonly<Record<SoundName, string>>;
  /** Inks of the spectrograms; none before the figure is used. */
  readonly inks?: Readonly<Record<SoundName, readonly Float32Array[]>>;
}

/** A word of the reader's. It lives in this page only. */
interface OwnWord {
  readonly name: string;
  readonly samples: Float64Array;
}

/** Samples a second of all sounds here. */
const rate = 8000;
/** Milliseconds that a browser has to begin to play. */
const patience = 2000;
/** Milliseconds of rest before the slow sound of mixed spectrograms is made. */
const rest = 120;

/** The state of the figure "Hear λ": what the reader asks for, what is drawn of it, and what sounds. */
export class HearLambdaDemo {
  asked: Settings = $state.raw(defaultsOf(hearLambdaParameters));
  own: Readonly<Partial<Record<SideName, OwnWord>>> = $state.raw({});
  drawn: DrawnSounds;
  notices: readonly string[] = $state.raw([]);
  /** How much of the recordings has come, from 0 to 1, while they come. */
  fetched: number | undefined = $state();
  isPlaying = $state(false);
  /** How often the sound has begun. */
  rounds = $state(0);
  /** Which word is being recorded, and whether the microphone listens yet. */
  recording: { readonly side: SideName; readonly isListening: boolean } | undefined = $state.raw();
  #made: 'nothing' | 'all' | 'failed' = $state('nothing');

  readonly state: RunState = $derived(
    this.fetched !== undefined
      ? 'preparing'
      : this.isPlaying
        ? 'running'
        : this.#made === 'all'
          ? 'done'
          : this.#made === 'failed'
            ? 'failed'
            : 'idle',
  );

  readonly #lastAsked = new LastAsked();
  #tools: Promise<SoundTools> | undefined;
  /** Samples of the four sounds, as far as they are made. */
  #samples: Partial<Record<SoundName, Float64Array>> = {};
  #context: AudioContext | undefined;
  #player: SoundPlayer | undefined;
  #recordingEnds: AbortController | undefined;

  /** @param drawn what is shown before the figure is used */
  constructor(drawn: DrawnSounds) {
    this.drawn = $state.raw(drawn);
  }

  /** What a word is called. */
  nameOf(side: SideName): string {
    return this.own[side]?.name ?? this.asked[side];
  }

  /** Asks for other settings; what is drawn follows, and so does what sounds. A digit chosen takes the place of the reader's own word. */
  async change(changes: Partial<Settings>): Promise<void> {
    const own = { ...this.own };
    if (changes.first !== undefined) delete own.first;
    if (changes.second !== undefined) delete own.second;
    this.own = own;
    this.asked = { ...this.asked, ...changes };
    await this.#make();
  }

  /** Plays what is chosen, or another sound; pressed again, it stops. To be called while the press lasts, or browsers stay silent. */
  press(heard: SoundName = this.asked.heard): void {
    if (this.isPlaying && heard === this.asked.heard) {
      this.stop();
      return;
    }
    this.notices = [];
    this.#endRecording();
    if (!this.#open()) return;
    this.isPlaying = true;
    if (!this.#samples[heard]) void this.change({ heard });
    else {
      this.asked = { ...this.asked, heard };
      this.#sound(heard).catch((error: unknown) => this.#fail(error, () => true));
    }
  }

  /** Goes silent at once. */
  stop(): void {
    this.isPlaying = false;
    this.#player?.stop();
    // A loudspeaker that is kept open costs power; the sound takes a moment to end.
    setTimeout(() => {
      if (!this.isPlaying) void this.#context?.suspend();
    }, 200);
  }

  /** Seconds of the sound that have been heard in this repetition; nothing while it is silent. */
  place(): number | undefined {
    this.rounds = this.#player?.rounds ?? 0;
    return this.#player?.place;
  }

  /** Records a word of the reader's; pressed again, the recording is given up. */
  async record(side: SideName): Promise<void> {
    const isRunning = this.recording !== undefined;
    this.#endRecording();
    if (isRunning) return;
    this.stop();
    this.notices = [];
    const ends = new AbortController();
    this.#recordingEnds = ends;
    this.recording = { side, isListening: false };
    try {
      const { recordWord } = await import('./record-word.ts');
      const samples = await recordWord(() => {
        if (!ends.signal.aborted) this.recording = { side, isListening: true };
      }, ends.signal);
      if (ends.signal.aborted) return;
      this.own = { ...this.own, [side]: { name: side === 'first' ? 'your word' : 'your other word', samples } };
      this.#endRecording();
      await this.#make();
    } catch (error) {
      if (!ends.signal.aborted) this.notices = [tellError(error)];
    } finally {
      if (this.#recordingEnds === ends) this.#endRecording();
    }
  }

  /** Calls the reader's own word something. */
  name(side: SideName, name: string): void {
    const word = this.own[side];
    if (!word) return;
    this.own = { ...this.own, [side]: { ...word, name: name.trim() || 'unnamed' } };
    void this.#make();
  }

  /** The page is left: nothing sounds, and what was recorded is gone. */
  leave(): void {
    this.stop();
    this.#endRecording();
    if (!this.own.first && !this.own.second) return;
    this.own = {};
    void this.#make();
  }

  #endRecording(): void {
    this.#recordingEnds?.abort();
    this.#recordingEnds = undefined;
    this.recording = undefined;
  }

  /** Opens the loudspeaker, which browsers allow while a press lasts. @returns whether there is one */
  #open(): boolean {
    try {
      const context = (this.#context ??= new AudioContext());
      // In a browser that keeps silent it stays unanswered.
      void context.resume();
      setTimeout(() => {
        if (!this.isPlaying || context.state === 'running') return;
        this.stop();
        this.notices = [
          'The browser plays nothing yet. Press Play once more, or see whether sound is allowed for this page.',
        ];
      }, patience);
      return true;
    } catch {
      this.notices = [
        'This browser plays no sounds of pages (it has no Web Audio). What they look like is still drawn.',
      ];
      return false;
    }
  }

  /** Draws what is asked for, and plays it if something is to sound. What was asked for before is passed over. */
  async #make(): Promise<void> {
    await this.#lastAsked.answer(async (isLast) => {
      try {
        const { mixtures, wordOf } = await this.#load();
        if (!isLast()) return;
        const { lambda, heard } = this.asked;
        const pair = { first: this.nameOf('first'), second: this.nameOf('second'), lambda };
        const [first, second] = [this.#wordOf('first', wordOf), this.#wordOf('second', wordOf)];
        const made = mixtures.mixWords(first, second, lambda);
        const alone = { first: mixtures.drawWord(first), second: mixtures.drawWord(second) };
        const { spectrograms } = this.drawn.waves;
        this.#samples = { first: first.samples, second: second.samples, waves: made.samples };
        this.drawn = {
          pair,
          facts: made.facts,
          waves: { first: alone.first.wave, second: alone.second.wave, waves: made.waves.wave, spectrograms },
          inks: {
            first: alone.first.inks,
            second: alone.second.inks,
            waves: made.waves.inks,
            spectrograms: [made.inks],
          },
        };
        this.#made = 'all';
        if (heard !== 'spectrograms' && this.isPlaying) await this.#sound(heard);
        void this.#reconstruct(mixtures.soundOfMixedSpectrograms(first, second, lambda), mixtures.drawWave, isLast);
      } catch (error) {
        this.#fail(error, isLast);
      }
    });
  }

  /** Makes the sound of the mixed spectrograms, once the reader's hand rests. */
  async #reconstruct(
    work: Generator<undefined, Float64Array>,
    drawWave: (samples: Float64Array) => string,
    isLast: () => boolean,
  ): Promise<void> {
    try {
      const [{ createBreathe }] = await Promise.all([
        import('../../engine/run/page-turns.ts'),
        new Promise((resolve) => setTimeout(resolve, rest)),
      ]);
      const breathe = createBreathe();
      let samples: Float64Array | undefined;
      while (!samples) {
        if (!isLast()) return;
        const { done, value } = work.next();
        if (done) samples = value;
        else await breathe();
      }
      this.#samples.spectrograms = samples;
      this.drawn = { ...this.drawn, waves: { ...this.drawn.waves, spectrograms: drawWave(samples) } };
      if (this.asked.heard === 'spectrograms' && this.isPlaying) await this.#sound('spectrograms');
    } catch (error) {
      this.#fail(error, isLast);
    }
  }

  #fail(error: unknown, isLast: () => boolean): void {
    if (!isLast()) return;
    this.stop();
    if (this.#made !== 'all') this.#made = 'failed';
    this.notices = [tellError(error)];
  }

  async #sound(heard: SoundName): Promise<void> {
    const samples = this.#samples[heard];
    if (!this.#context || !samples) return;
    const [{ SoundPlayer }, { gainWithoutClipping }] = await Promise.all([
      import('./sound-player.ts'),
      import('../../core/sound/loudness.ts'),
    ]);
    // Stopped while the scripts came.
    if (!this.isPlaying) return;
    this.#player ??= new SoundPlayer(this.#context, rate);
    const gain = gainWithoutClipping(samples);
    this.#player.play(samples.map((sample) => gain * sample));
  }

  #wordOf(side: SideName, wordOf: SoundTools['wordOf']): WordSound {
    return wordOf(side, this.own[side]?.samples ?? this.asked[side]);
  }

  async #load(): Promise<SoundTools> {
    this.#tools ??= this.#loadOnce();
    return this.#tools;
  }

  async #loadOnce(): Promise<SoundTools> {
    this.fetched = 0;
    try {
      const { loadSoundTools } = await import('./sound-tools.ts');
      return await loadSoundTools((share) => (this.fetched = share));
    } catch (error) {
      // The next to ask tries again.
      this.#tools = undefined;
      throw error;
    } finally {
      this.fetched = undefined;
    }
  }
}
