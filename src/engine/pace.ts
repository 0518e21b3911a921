import { Speed } from './speed.ts';

/** A split must save at least this share of a piece's time, else the members run side by side anyway and it is undone. */
const worthwhile = 0.75;

/** How much is done at once: `steps` steps of `members` members. */
export interface PieceSize {
  readonly steps: number;
  readonly members: number;
}

/** What a {@link Pace} starts from. */
interface PaceOptions {
  /** How long one piece of work should take, in milliseconds. */
  readonly milliseconds: number;
  /** Steps of the first piece; 1 by default. */
  readonly first?: number;
  /** The most steps of a piece. */
  readonly mostSteps?: number;
  /** The most members of a piece; 1 where the work has none. */
  readonly members?: number;
  /** Whether members are put into groups that take turns, where a single step of all of them takes too long. */
  readonly splits?: boolean;
  /** Whether the first piece says nothing of the next ones, because drivers finish compiling in it. */
  readonly warmsUp?: boolean;
  /** Pieces under way: with two, one runs while the next is made ready. */
  readonly underWay?: 1 | 2;
}

/**
 * How long one piece of work should keep a device. A graphics card also draws the page, which waits for the piece that it is at: a piece is a
 * frame. A software renderer draws no pages, browsers do that without it, and the processor's cores are shared out by the
 * operating system: a piece there is as long as the time between two drawings of what was measured, since each costs the page's thread the same.
 */
export const pieceMs = (isSoftware: boolean): number => (isSoftware ? 100 : 16);

/** A piece that was queued. */
interface Queued {
  readonly size: PieceSize;
  readonly since: number;
  /** Resolves with the time at which it was done. */
  readonly done: Promise<number>;
  readonly then: () => void;
}

/**
 * Cuts long work into pieces of about equal time, from how long the last ones took: steps are added until a piece takes as
 * long as it should; if a single step takes much longer, members may be split into groups. Waits while enough is under way.
 */
export class Pace {
  #steps: number;
  #members: number;
  #warm: boolean;
  #canSplit: boolean;
  /** What a step took before the last split. */
  #unsplit: { members: number; milliseconds: number } | undefined;
  /** Of steps with as many members as now. */
  #speed = new Speed();
  readonly #milliseconds: number;
  readonly #mostSteps: number;
  readonly #mostMembers: number;
  readonly #mostUnderWay: number;
  readonly #underWay: Queued[] = [];
  #lastDone = 0;

  constructor({
    milliseconds,
    first = 1,
    mostSteps = Infinity,
    members = 1,
    splits = false,
    warmsUp = false,
    underWay = 2,
  }: PaceOptions) {
    this.#milliseconds = milliseconds;
    this.#steps = first;
    this.#mostSteps = mostSteps;
    this.#mostMembers = members;
    this.#members = members;
    this.#canSplit = splits;
    this.#warm = !warmsUp;
    this.#mostUnderWay = underWay;
  }

  /** How much to do next, where `left` steps are left. */
  next(left: number): PieceSize {
    return { steps: Math.min(this.#steps, left), members: this.#members };
  }

  /** How long a piece should take as far as is known, but no longer than pieces are meant to: the last ones may have been held up. */
  expectedMs({ steps, members }: PieceSize): number {
    const stepMs = members === this.#members ? (this.#speed.millisecondsEach ?? 0) : 0;
    return Math.min(this.#milliseconds, steps * stepMs);
  }

  /**
   * Tells of a piece that was queued; resolves when there is room for another.
   *
   * @param since when making it ready began, by `performance.now`
   * @param done resolves when it is done
   * @param then what to do after that
   */
  async queued(size: PieceSize, since: number, done: Promise<void>, then: () => void = () => undefined): Promise<void> {
    const timed = done.then(() => performance.now());
    // Whoever waits for it hears of a failure; until then it must not count as unhandled.
    timed.catch(() => undefined);
    this.#underWay.push({ size, since, done: timed, then });
    if (this.#underWay.length >= this.#mostUnderWay) await this.#finish();
  }

  /** Resolves when all that was queued is done. */
  async drain(): Promise<void> {
    while (this.#underWay.length > 0) await this.#finish();
  }

  /** Forgets what is under way, because something went wrong with it. */
  abandon(): void {
    this.#underWay.length = 0;
  }

  async #finish(): Promise<void> {
    const { size, since, done, then } = this.#underWay.shift() as Queued;
    const doneAt = await done;
    this.learn(size, doneAt - Math.max(since, this.#lastDone));
    this.#lastDone = doneAt;
    then();
  }

  /** Learns how long a piece took. */
  learn({ steps, members }: PieceSize, milliseconds: number): void {
    if (!this.#warm) {
      this.#warm = true;
      return;
    }
    if (members !== this.#members) return;
    this.#speed.add(steps, milliseconds);
    const stepMs = this.#speed.millisecondsEach ?? 0;
    if (this.#canSplit && members > 1 && steps === 1 && stepMs > 2 * this.#milliseconds) this.#split(stepMs);
    else if (members < this.#mostMembers && steps * stepMs < this.#milliseconds / 2)
      this.#group(Math.min(this.#mostMembers, 2 * members));
    else this.#steps = Math.min(this.#mostSteps, this.#speed.next(this.#milliseconds, this.#steps, steps));
  }

  #split(milliseconds: number): void {
    this.#steps = 1;
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
