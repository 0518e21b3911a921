import { expectEnsemble, type Ensemble } from '../core/training/ensemble.ts';
import type { Snapshot, TrainingEnsemble, TrainOptions, TrainReport } from './engine.ts';
import { expectPoints, expectSnapshot, expectSoftLabels, expectSteps, expectStepsLeft } from './expect-requests.ts';
import type { Pace, PieceSize } from './pace.ts';

/** The numbers of a snapshot, for all members. */
export type StateNumbers = Omit<Snapshot, 'step'>;

/** What an engine does for one ensemble. Calls come one after another, and what they hand over was checked. */
export interface EnsembleWork {
  /** Decides how many steps of how many members are queued at once. */
  readonly pace: Pace;
  /** @throws the reason why the device is gone, if it is */
  expectAlive(): void;
  /**
   * Queues `size.steps` steps after the first `firstStep` for the members from `firstMember` on. A device does what it is given
   * in order, so that whatever is read afterwards has these steps.
   *
   * @returns resolves when the device has done them
   */
  train(firstStep: number, size: PieceSize, firstMember: number): Promise<void>;
  /** See {@link TrainingEnsemble.evaluate}. */
  evaluate(points: Float32Array): Promise<Float32Array>;
  /** See {@link TrainingEnsemble.inputGradients}. */
  inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array>;
  read(): Promise<StateNumbers>;
  write(snapshot: Snapshot): Promise<void>;
  /** Frees everything; called once, when nothing is running. */
  dispose(): void;
}

/**
 * An ensemble as every engine hands it out: checks what it is asked, does one thing after another, counts steps and reports.
 *
 * An aborted call of `train` waits for what was queued and rejects with the signal's reason. Once disposed of, an ensemble rejects every
 * call, the one that is running included, and what it holds is freed as soon as nothing runs on it.
 *
 * @param allocate makes room on the device, for members at their initial parameters
 * @throws RangeError if the ensemble is not one that `expectEnsemble` accepts, and whatever `allocate` throws
 */
export async function prepareTraining(
  ensemble: Ensemble,
  allocate: (ensemble: Ensemble) => Promise<EnsembleWork>,
): Promise<TrainingEnsemble> {
  expectEnsemble(ensemble);
  return new EnsembleShell(ensemble, await allocate(ensemble));
}

class EnsembleShell implements TrainingEnsemble {
  readonly ensemble: Ensemble;
  step = 0;
  readonly #work: EnsembleWork;
  #last: Promise<unknown> = Promise.resolve();
  #running = false;
  #disposed = false;

  constructor(ensemble: Ensemble, work: EnsembleWork) {
    this.ensemble = ensemble;
    this.#work = work;
  }

  async train(steps: number, options: TrainOptions = {}): Promise<TrainReport> {
    expectSteps(steps);
    return this.#inTurn(() => this.#train(steps, options));
  }

  async evaluate(points: Float32Array): Promise<Float32Array> {
    expectPoints(this.ensemble, points);
    return this.#inTurn(() => this.#work.evaluate(points));
  }

  async inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array> {
    expectSoftLabels(this.ensemble, labels, expectPoints(this.ensemble, points));
    return this.#inTurn(() => this.#work.inputGradients(points, labels));
  }

  async snapshot(): Promise<Snapshot> {
    return this.#inTurn(async () => ({ step: this.step, ...(await this.#work.read()) }));
  }

  async restore(snapshot: Snapshot): Promise<void> {
    expectSnapshot(this.ensemble, snapshot);
    return this.#inTurn(async () => {
      await this.#work.write(snapshot);
      this.step = snapshot.step;
    });
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    if (!this.#running) this.#work.dispose();
  }

  /** Runs a task after every one that was asked before it, whether those succeeded or not. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(async () => {
      this.#expectUsable();
      this.#running = true;
      try {
        const done = await task();
        this.#expectUsable();
        return done;
      } finally {
        this.#running = false;
        // What a task works on must outlive it.
        if (this.#disposed) this.#work.dispose();
      }
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  #expectUsable(): void {
    this.#work.expectAlive();
    if (this.#disposed) throw new Error('This ensemble was disposed of.');
  }

  async #train(steps: number, { signal, onProgress }: TrainOptions): Promise<TrainReport> {
    expectStepsLeft(this.ensemble, this.step, steps);
    const { pace } = this.#work;
    const began = performance.now();
    const end = this.step + steps;
    try {
      while (this.step < end && !signal?.aborted && !this.#disposed) {
        await this.#queue(pace.next(end - this.step), onProgress);
        this.#work.expectAlive();
      }
      await pace.drain();
    } catch (error) {
      pace.abandon();
      throw error;
    }
    if (this.step < end) signal?.throwIfAborted();
    return { steps, milliseconds: performance.now() - began };
  }

  /** Queues some steps of all members, group after group where they take turns. */
  async #queue({ steps, members }: PieceSize, onProgress: TrainOptions['onProgress']): Promise<void> {
    const firstStep = this.step;
    const reached = firstStep + steps;
    const all = this.ensemble.members.length;
    for (let first = 0; first < all; first += members) {
      const piece = { steps, members: Math.min(members, all - first) };
      const isLast = first + piece.members === all;
      const since = performance.now();
      const done = this.#work.train(firstStep, piece, first);
      if (isLast) this.step = reached;
      await this.#work.pace.queued(piece, since, done, isLast ? () => onProgress?.(reached) : undefined);
    }
  }
}
