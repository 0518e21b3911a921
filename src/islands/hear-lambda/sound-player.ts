/** Seconds of silence between a sound and its repetition. */
const pause = 0.25;
/** Seconds in which a sound comes and goes, to a third of it: short, and without a click. */
const fade = 0.003;
/** Seconds from a stop to silence; by then a thousandth is left. */
const tail = 7 * fade;

/** A sound that is played. */
interface Playing {
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
  /** When its first sample would have stood, by the clock of the audio. */
  readonly began: number;
}

/**
 * Plays one sound again and again until it is stopped. Samples are played as they are: what is between -1 and 1 is never cut off, also where
 * one sound goes over into another, because their weights add up to 1.
 */
export class SoundPlayer {
  readonly #context: BaseAudioContext;
  readonly #rate: number;
  #playing: Playing | undefined;
  #period = 1;

  /** @param rate samples a second of the sounds, whatever the loudspeaker's are */
  constructor(context: BaseAudioContext, rate: number) {
    this.#context = context;
    this.#rate = rate;
  }

  /** Plays a sound from its beginning or, if one is playing, goes over to it at the place where that one stands. */
  play(samples: ArrayLike<number>): void {
    const before = this.#playing;
    const now = this.#context.currentTime;
    const length = samples.length + Math.round(pause * this.#rate);
    const buffer = this.#context.createBuffer(1, length, this.#rate);
    buffer.copyToChannel(
      Float32Array.from({ length }, (_, n) => samples[n] ?? 0),
      0,
    );
    this.#period = buffer.duration;
    const source = this.#context.createBufferSource();
    const gain = this.#context.createGain();
    source.buffer = buffer;
    source.loop = true;
    gain.gain.setValueAtTime(0, now);
    gain.gain.setTargetAtTime(1, now, fade);
    source.connect(gain).connect(this.#context.destination);
    const offset = before ? (now - before.began) % this.#period : 0;
    source.start(now, offset);
    this.stop();
    this.#playing = { source, gain, began: now - offset };
  }

  /** Goes silent at once: within 21 ms by the clock of the audio. */
  stop(): void {
    if (!this.#playing) return;
    const { source, gain } = this.#playing;
    const now = this.#context.currentTime;
    gain.gain.cancelScheduledValues(now);
    gain.gain.setTargetAtTime(0, now, fade);
    source.stop(now + tail);
    source.onended = () => gain.disconnect();
    this.#playing = undefined;
  }

  /** Seconds since the sound began, of this repetition; nothing while none is playing. */
  get place(): number | undefined {
    if (!this.#playing) return undefined;
    return Math.max(0, this.#context.currentTime - this.#playing.began) % this.#period;
  }

  /** How often the sound has begun; 0 while none is playing. */
  get rounds(): number {
    if (!this.#playing) return 0;
    return 1 + Math.floor(Math.max(0, this.#context.currentTime - this.#playing.began) / this.#period);
  }
}
