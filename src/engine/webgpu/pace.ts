import { Speed } from '../speed.ts';

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
  /** What a step took before the last split. */
  #unsplit: { members: number; milliseconds: number } | undefined;
  /** Of steps with as many members as now. */
  #speed = new Speed();
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
    if (!this.#warm) {
      this.#warm = true;
      return;
    }
    if (members !== this.#members) return;
    this.#speed.add(steps, milliseconds);
    const stepMs = this.#speed.millisecondsEach ?? 0;
    if (steps === 1 && stepMs > splitMs) this.#split(stepMs);
    else if (members < this.#mostMembers && steps * stepMs < targetMs / 2)
      this.#group(Math.min(this.#mostMembers, 2 * members));
    else this.#steps = Math.min(this.#mostSteps, this.#speed.next(targetMs, this.#steps, steps));
  }

  #split(milliseconds: number): void {
    this.#steps = 1;
    if (!this.#canSplit || this.#members === 1) return;
    if (this.#unsplit && milliseconds > worthwhile * this.#unsplit.milliseconds) {
      this.#group(this.#unsplit.members);
      this.#canSplit = false;
      return;
    }
    this.#unsplit = { members: this.#members, milliseconds };
    this.#group(Math.ceil(this.#members / 2));
  }

  #group(members: number): void {
    this.#members = members;
    this.#speed = new Speed();
  }
}
