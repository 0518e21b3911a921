import { isStill } from '../kit/wake/is-still.ts';

/** How long a whole run takes before a reader's eyes. */
const wholeMs = 4200;

/** The beginning, in which most happens, is slower than the end: the first tenth of the steps takes a quarter of the time. */
const power = 1.7;

/** The step to show after some time of a run. @param steps of the whole run */
export function stepAt(ms: number, steps: number): number {
  return Math.min(steps, steps * (Math.max(0, ms) / wholeMs) ** power);
}

/** The time at which a step is shown. @param steps of the whole run */
function timeOf(step: number, steps: number): number {
  return wholeMs * (step / steps) ** (1 / power);
}

/** A frame that came later than that was waited for: the tab was hidden, or the machine busy. */
const longestFrameMs = 100;

/**
 * The pace at which a run is shown, while an element is in the window: whoever looks away misses nothing.
 */
export class StoryPace {
  /** The step to show now. */
  step = 0;
  #ms = 0;
  #before: number | undefined;
  #frame: number | undefined;
  #observer: IntersectionObserver | undefined;

  readonly #steps: number;
  readonly #onTick: () => void;

  /**
   * @param steps of the whole run
   * @param onTick called in each frame while it goes on
   */
  constructor(steps: number, onTick: () => void) {
    this.#steps = steps;
    this.#onTick = onTick;
  }

  get isGoing(): boolean {
    return this.#observer !== undefined;
  }

  start(element: Element, step: number): void {
    this.stop();
    this.step = step;
    this.#ms = timeOf(step, this.#steps);
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting) this.#goOn();
      else this.#rest();
    });
    this.#observer.observe(element);
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#rest();
  }

  #goOn(): void {
    this.#frame ??= requestAnimationFrame((now) => {
      this.#frame = undefined;
      this.#ms += Math.min(longestFrameMs, now - (this.#before ?? now));
      this.#before = now;
      // Whoever asks for calm meanwhile sees the end.
      this.step = isStill() ? this.#steps : stepAt(this.#ms, this.#steps);
      this.#onTick();
      if (this.isGoing) this.#goOn();
    });
  }

  #rest(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#before = undefined;
  }
}
