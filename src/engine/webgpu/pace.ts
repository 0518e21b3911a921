/** How long one dispatch should keep the GPU: about a frame, so that the page can draw in between. */
const targetMs = 16;

/** A single step that takes longer than this is split, so that drawing never waits long. */
const splitMs = 2 * targetMs;

/** A split must save at least this share of a dispatch's time, else the members run side by side anyway and it is undone. */
const worthwhile = 0.75;

/** How much a dispatch does: `steps` steps of `members` members. */
export interface DispatchSize {
  readonly steps: number;
  readonly members: number;
}

/**
 * Decides how much each dispatch does, from how long the last ones took: steps are added until a dispatch takes about
 * 16 ms; if a single step takes much longer, members are split into groups.
 */
export class Pace {
  #steps = 1;
  #members: number;
  #warm = false;
  #canSplit = true;
  /** The dispatch before the last split. */
  #unsplit: { members: number; milliseconds: number } | undefined;
  readonly #mostSteps: number;
  readonly #mostMembers: number;

  /**
   * @param mostSteps how many steps the plan's buffer has room for
   * @param mostMembers how many members a dispatch may have
   */
  constructor(mostSteps: number, mostMembers: number) {
    this.#mostSteps = mostSteps;
    this.#mostMembers = mostMembers;
    this.#members = mostMembers;
  }

  /** How much the next dispatches should do, where `left` steps are left. */
  next(left: number): DispatchSize {
    return { steps: Math.min(this.#steps, left), members: this.#members };
  }

  /** Learns how long a dispatch kept the GPU. The first one is ignored: drivers finish compiling in it. */
  learn({ steps, members }: DispatchSize, milliseconds: number): void {
    if (!this.#warm) this.#warm = true;
    else if (members !== this.#members) return;
    else if (steps === 1 && milliseconds > splitMs) this.#split(milliseconds);
    else if (members < this.#mostMembers && milliseconds < targetMs / 2)
      this.#members = Math.min(this.#mostMembers, 2 * members);
    else this.#adapt(steps, milliseconds);
  }

  /** Moves the number of steps towards the target, at most fourfold at once, since one slow dispatch may be the page's fault. */
  #adapt(steps: number, milliseconds: number): void {
    const wanted = (steps * targetMs) / Math.max(milliseconds, 0.1);
    // A short last dispatch of a call says nothing about longer ones unless it was slow.
    if (steps < this.#steps && wanted > this.#steps) return;
    this.#steps = Math.floor(
      Math.min(this.#mostSteps, Math.max(1, this.#steps / 4, Math.min(wanted, this.#steps * 4))),
    );
  }

  #split(milliseconds: number): void {
    this.#steps = 1;
    if (!this.#canSplit || this.#members === 1) return;
    if (this.#unsplit && milliseconds > worthwhile * this.#unsplit.milliseconds) {
      this.#members = this.#unsplit.members;
      this.#canSplit = false;
      return;
    }
    this.#unsplit = { members: this.#members, milliseconds };
    this.#members = Math.ceil(this.#members / 2);
  }
}
