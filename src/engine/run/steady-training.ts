import type { Ensemble } from '../../core/training/ensemble.ts';
import type { EngineNews, PageEngine } from '../choice/page-engine.ts';
import type { Snapshot, TrainingEnsemble, TrainOptions, TrainReport } from '../engine.ts';
import { askEngine, engineAfter, EngineFailure, withNamedFailures } from './engine-failure.ts';
import type { Pause } from './pause.ts';

/** What a steady training stands on. */
export interface SteadyGround {
  readonly pageEngine: PageEngine;
  readonly pause: Pause;
  /** Called with each engine that the training goes over to, with all there is to say about it. */
  readonly onEngine: (news: EngineNews) => void;
}

/**
 * So much training may have to be done again after a device was lost. Reading more often what is there to go on from would
 * hold up the training, and the page with large ensembles.
 */
const snapshotEveryMs = 5000;

/**
 * An ensemble on whatever engine the page has. If that fails, or the reader chooses another, training goes on there from what
 * was last read back; whoever uses it notices nothing but the time.
 */
export class SteadyTraining implements TrainingEnsemble {
  readonly ensemble: Ensemble;
  readonly #ground: SteadyGround;
  readonly #stopListening: readonly (() => void)[];
  #training: TrainingEnsemble | undefined;
  #last: Snapshot | undefined;
  #lastAt = performance.now();
  /** The step that was asked for and reached; an engine in the place of another first trains up to it. */
  #step = 0;
  #disposed = false;
  /** Calls, one after another. */
  #queue: Promise<unknown> = Promise.resolve();
  #moves: { readonly news: EngineNews; readonly moved: () => void }[] = [];
  #interruption: AbortController | undefined;
  #wake: () => void = () => undefined;

  private constructor(ensemble: Ensemble, ground: SteadyGround) {
    this.ensemble = ensemble;
    this.#ground = ground;
    this.#stopListening = [
      ground.pageEngine.listen((news) => this.#askToMove(news)),
      ground.pause.listen(() => this.#interrupt()),
    ];
  }

  /**
   * Allocates an ensemble on the page's engine, or on the next that can hold it.
   *
   * @throws Error with a sentence for the reader if no engine is left
   */
  static async prepare(ensemble: Ensemble, ground: SteadyGround): Promise<SteadyTraining> {
    const steady = new SteadyTraining(ensemble, ground);
    try {
      await steady.#outlive(async () => {
        if (!steady.#training) await steady.#standOn(await ground.pageEngine.get());
      });
      return steady;
    } catch (error) {
      steady.dispose();
      throw error;
    }
  }

  get step(): number {
    return this.#step;
  }

  /** As of any engine; a pause, or the change to another engine, makes it take longer. */
  train(steps: number, { signal, onProgress }: TrainOptions = {}): Promise<TrainReport> {
    return this.#inTurn(async () => {
      let milliseconds = 0;
      const end = this.#step + steps;
      while (this.#step < end) {
        await this.#settle(signal);
        milliseconds += await this.#trainUntilInterrupted(end, signal, onProgress);
      }
      if (performance.now() - this.#lastAt >= snapshotEveryMs) await this.#read();
      return { steps, milliseconds };
    });
  }

  evaluate(points: Float32Array): Promise<Float32Array> {
    return this.#ask((training) => training.evaluate(points));
  }

  inputGradients(points: Float32Array, labels: Float32Array): Promise<Float32Array> {
    return this.#ask((training) => training.inputGradients(points, labels));
  }

  snapshot(): Promise<Snapshot> {
    return this.#inTurn(async () => {
      await this.#settle();
      return this.#read();
    });
  }

  restore(snapshot: Snapshot): Promise<void> {
    return this.#inTurn(async () => {
      await this.#settle();
      this.#step = snapshot.step;
      this.#last = snapshot;
      await this.#outlive((training) => training.restore(snapshot));
    });
  }

  dispose(): void {
    this.#disposed = true;
    for (const stop of this.#stopListening) stop();
    this.#interrupt();
    this.#free();
    for (const { moved } of this.#moves.splice(0)) moved();
  }

  /** Lets whatever is under way look again whether it is to go on. */
  #interrupt(): void {
    this.#interruption?.abort();
    this.#wake();
  }

  #ask<T>(call: (training: TrainingEnsemble) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#settle();
      return this.#outlive(call);
    });
  }

  async #read(): Promise<Snapshot> {
    const snapshot = await this.#outlive((training) => training.snapshot());
    this.#last = snapshot;
    this.#lastAt = performance.now();
    return snapshot;
  }

  /** Resolves to the milliseconds it took. */
  async #trainUntilInterrupted(
    end: number,
    signal: AbortSignal | undefined,
    onProgress: TrainOptions['onProgress'],
  ): Promise<number> {
    const began = performance.now();
    const interruption = new AbortController();
    const interrupt = (): void => interruption.abort(signal?.reason);
    signal?.addEventListener('abort', interrupt);
    this.#interruption = interruption;
    try {
      const { milliseconds } = await this.#outlive((training) =>
        training.train(end - training.step, { signal: interruption.signal, ...(onProgress && { onProgress }) }),
      );
      this.#step = end;
      return milliseconds;
    } catch (error) {
      this.#step = this.#training?.step ?? this.#step;
      if (signal?.aborted || this.#disposed || !interruption.signal.aborted) throw error;
      return performance.now() - began;
    } finally {
      signal?.removeEventListener('abort', interrupt);
      this.#interruption = undefined;
    }
  }

  /** Goes over to the engine that the reader chose, and waits for the end of a pause. */
  async #settle(signal?: AbortSignal): Promise<void> {
    const wake = (): void => this.#wake();
    signal?.addEventListener('abort', wake);
    try {
      for (;;) {
        signal?.throwIfAborted();
        this.#expectUsable();
        const move = this.#moves.shift();
        if (move) await this.#moveTo(move.news).finally(move.moved);
        else if (this.#ground.pause.isOn) await new Promise<void>((resolve) => (this.#wake = resolve));
        else return;
      }
    } finally {
      signal?.removeEventListener('abort', wake);
    }
  }

  /** Resolves when the engine before it is left. */
  #askToMove(news: EngineNews): Promise<void> {
    const moving = new Promise<void>((moved) => this.#moves.push({ news, moved }));
    this.#interrupt();
    // Where nothing is under way that would see to it.
    this.#inTurn(() => this.#settle()).catch(() => undefined);
    return moving;
  }

  async #moveTo(news: EngineNews): Promise<void> {
    // An engine that does not answer any more is left with what was read before.
    this.#last = await this.#training?.snapshot().catch(() => this.#last);
    this.#free();
    await this.#outlive(async () => {
      if (!this.#training) await this.#standOn(news);
    });
  }

  /** Asks the engine for something, and the next if it fails. Mistakes of whoever asks are passed on. */
  async #outlive<T>(call: (training: TrainingEnsemble) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await call(this.#training as TrainingEnsemble);
      } catch (error) {
        if (!(error instanceof EngineFailure)) throw error;
        this.#expectUsable();
        await this.#goOnElsewhere(error);
      }
    }
  }

  async #goOnElsewhere(failure: EngineFailure): Promise<void> {
    this.#free();
    const { engine, notices } = await engineAfter(this.#ground.pageEngine, failure);
    const from = this.#last ? `Went on from step ${this.#last.step}` : 'Started again';
    try {
      await this.#standOn({ engine, notices: [...notices, `${from} on the ${engine.name} engine.`] });
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      this.#expectUsable();
      await this.#goOnElsewhere(error);
    }
  }

  async #standOn(news: EngineNews): Promise<void> {
    this.#ground.onEngine(news);
    const training = withNamedFailures(
      news.engine,
      await askEngine(news.engine, (engine) => engine.prepare(this.ensemble)),
    );
    if (this.#disposed) training.dispose();
    this.#expectUsable();
    this.#training = training;
    if (this.#last) await training.restore(this.#last);
    if (training.step < this.#step) await training.train(this.#step - training.step);
  }

  #free(): void {
    this.#training?.dispose();
    this.#training = undefined;
  }

  #expectUsable(): void {
    if (this.#disposed) throw new Error('This ensemble was disposed of.');
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}
