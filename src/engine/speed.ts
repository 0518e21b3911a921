/** No clock of a browser counts in steps so long that it says nothing of this time. */
const longestMs = 250;

/** A time is known well enough once the clock has moved this often in it. */
const ticks = 20;

/**
 * How fast pieces of work get done, by a clock that may be coarse: browsers count in a hundredth of a millisecond or in
 * tenths of a second. Times are summed until the clock can have measured them: 250 ms, or twenty times the shortest time
 * it ever told.
 */
export class Speed {
  #pieces = 0;
  #milliseconds = 0;
  /** The shortest time seen; the clock's own step is no longer. */
  #tick = Infinity;
  #measured: number | undefined;

  /**
   * @param pieces that were done
   * @param milliseconds by the clock; 0 where it has not moved meanwhile
   */
  add(pieces: number, milliseconds: number): void {
    this.#pieces += pieces;
    if (milliseconds <= 0) return;
    this.#milliseconds += milliseconds;
    this.#tick = Math.min(this.#tick, milliseconds);
    if (this.#milliseconds < Math.min(longestMs, ticks * this.#tick)) return;
    this.#measured = this.#pieces / this.#milliseconds;
    this.#pieces = 0;
    this.#milliseconds = 0;
  }

  /** Pieces a second, as last measured; nothing before that. */
  get perSecond(): number | undefined {
    return this.#measured && 1000 * this.#measured;
  }

  /** Milliseconds a piece takes as far as is known: the shorter of what was measured and what is being measured. */
  get millisecondsEach(): number | undefined {
    // One time that the page or the machine was held up must not slow down what comes after it.
    const known = [this.#measured, this.#milliseconds > 0 ? this.#pieces / this.#milliseconds : undefined];
    const fastest = Math.max(...known.filter((speed) => speed !== undefined));
    return fastest > 0 ? 1 / fastest : undefined;
  }

  /**
   * How many pieces to do next to fill some time: at least 1, and from half to twice as many as until now, since both a
   * clock that has hardly moved and one long wait mislead.
   *
   * @param milliseconds to fill
   * @param size how many pieces were to be done at a time until now
   * @param done how many were done the last time; if there were fewer left, that is no reason to do more
   */
  next(milliseconds: number, size: number, done: number): number {
    const fitting = milliseconds / (this.millisecondsEach ?? 0);
    return Math.floor(Math.max(1, size / 2, Math.min(fitting, done < size ? size : 2 * size)));
  }

  /** Forgets what was measured, because something else does the work from now on. */
  startOver(): void {
    this.#pieces = 0;
    this.#milliseconds = 0;
    this.#measured = undefined;
  }
}
