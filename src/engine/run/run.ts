import { expectEnsemble, type Ensemble } from '../../core/training/ensemble.ts';
import type { EngineNews, PageEngine } from '../choice/page-engine.ts';
import { EngineLostError, type Engine, type Snapshot, type TrainingEnsemble } from '../engine.ts';
import type { FrameTask, Scheduler } from './scheduler.ts';

/**
 * What a run is doing.
 *
 *     idle --play, step, or seek ahead--> preparing --> running <--> paused
 *                                            |             |
 *                                            v             v
 *                                          failed    done or failed
 */
export type RunState = 'idle' | 'preparing' | 'running' | 'paused' | 'done' | 'failed';

/** What was read back after some step: one read for everything that figures draw. */
export interface RunRecord<Reading> {
  readonly step: number;
  readonly reading: Reading;
}

/** A run is a value: the same options give the same records on the same engine. */
export interface RunOptions<Reading> {
  readonly ensemble: Ensemble;
  /**
   * Reads what the figure draws off the members as they are; training waits for it.
   *
   * @throws DivergedError to end the run at its last good record
   */
  readonly read: (training: TrainingEnsemble, snapshot: Snapshot) => Promise<Reading>;
  /** Length of the whole run. */
  readonly steps: number;
  /** Steps between records while playing. */
  readonly recordEvery: number;
  /** Demo on whose visibility the run depends. */
  readonly element: Element;
  readonly scheduler: Scheduler;
  readonly pageEngine: PageEngine;
  /** Called whenever something that a figure draws has changed. */
  readonly onChange: () => void;
}

/** Readers cannot follow more pictures than that, and each costs a read-back that stalls the GPU. */
const readbacksPerSecond = 10;

/** The CPU engine works in threads of its own: it may take long at a time without holding up the page. */
const workerBudgetMs = 60;

/** Trains an ensemble step by step on the page's engine and keeps what was read back, so that it can be scrubbed. */
export class Run<Reading> implements FrameTask {
  readonly element: Element;
  state: RunState = 'idle';
  /** Why the run failed, as a sentence. */
  failure: string | undefined;
  /** Sentences for the reader: engines passed over, lost or replaced. */
  notices: readonly string[] = [];
  engine: Engine | undefined;
  modelStepsPerSecond: number | undefined;
  /** In order of step; the first is step 0. */
  records: RunRecord<Reading>[] = [];
  /** Which record is shown: the last, unless the reader scrubbed back. */
  shown = 0;

  readonly #options: RunOptions<Reading>;
  #training: TrainingEnsemble | undefined;
  #last: Snapshot | undefined;
  #target = 0;
  #lastReadback = -Infinity;
  #stepsPerMs = 0.1;
  #disposed = false;
  readonly #stopListening: () => void;
  /** Calls of the engine, one after another. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: RunOptions<Reading>) {
    expectEnsemble(options.ensemble);
    this.#options = options;
    this.element = options.element;
    this.#stopListening = options.pageEngine.listen((news) => this.#enqueue(() => this.#move(news)));
  }

  /** The record that is shown, once there is one. */
  get record(): RunRecord<Reading> | undefined {
    return this.records[this.shown];
  }

  get #trained(): number {
    return this.records.at(-1)?.step ?? 0;
  }

  /** Shows what was recorded ahead of a scrubbed position, then trains on to the end. */
  play(): void {
    this.#goTo(this.#options.steps);
  }

  /** Stops, and records the step that was reached. */
  pause(): void {
    if (!this.#isActive()) return;
    this.#change('paused');
    void this.#enqueue(() => this.#recordReached());
  }

  /** Goes one training step ahead of what is shown, or to the next record if there is one. */
  stepOnce(): void {
    const next = this.records[this.shown + 1];
    if (next) this.seek(next.step);
    else this.#goTo(Math.min(this.#trained + 1, this.#options.steps));
  }

  /** Shows the nearest record at or before `step`; trains up to it first if the run has not come that far. */
  seek(step: number): void {
    if (step > this.#trained) {
      this.#goTo(Math.min(step, this.#options.steps));
      return;
    }
    const at = this.records.findLastIndex((record) => record.step <= step);
    this.shown = Math.max(0, at);
    if (this.records.length > 0) this.#change(this.#settled());
  }

  /** Frees the run's part of the engine. Nothing is called back afterwards. */
  dispose(): void {
    this.#disposed = true;
    this.#options.scheduler.remove(this);
    this.#stopListening();
    void this.#enqueue(() => {
      this.#training?.dispose();
      this.#training = undefined;
      return Promise.resolve();
    });
  }

  async frame(budgetMs: number): Promise<boolean> {
    await this.#enqueue(() => this.#advance(budgetMs));
    return this.#isActive();
  }

  #isActive(): boolean {
    return !this.#disposed && (this.state === 'running' || this.state === 'preparing');
  }

  #goTo(target: number): void {
    if (this.state === 'failed' || this.#disposed) return;
    this.#target = target;
    this.#change(this.#training ? 'running' : 'preparing');
    this.#options.scheduler.wake(this);
  }

  async #advance(budgetMs: number): Promise<void> {
    if (!this.#isActive()) return;
    try {
      if (!this.#training) await this.#prepare(await this.#options.pageEngine.get());
      else if (this.shown < this.records.length - 1) this.#replay();
      else await this.#train(budgetMs);
    } catch (error) {
      await this.#recover(error);
    }
  }

  /** Shows the next record that is there already, at the pace of read-backs. */
  #replay(): void {
    if (!this.#isReadbackDue()) return;
    this.shown += 1;
    this.#lastReadback = performance.now();
    this.#change(this.record && this.record.step >= this.#target ? this.#settled() : this.state);
  }

  async #train(budgetMs: number): Promise<void> {
    const training = this.#training as TrainingEnsemble;
    const { recordEvery } = this.#options;
    const stop = Math.min(this.#target, (Math.floor(this.#trained / recordEvery) + 1) * recordEvery);
    const left = stop - training.step;
    if (left > 0) {
      const budget = this.engine?.name === 'cpu' ? workerBudgetMs : budgetMs;
      const steps = Math.min(left, Math.max(1, Math.floor(this.#stepsPerMs * budget)));
      const start = performance.now();
      const report = await training.train(steps);
      this.#stepsPerMs = steps / Math.max(0.05, performance.now() - start);
      this.modelStepsPerSecond = report.modelStepsPerSecond;
    } else if (this.#isReadbackDue()) {
      await this.#readBack(training);
      if (this.#isActive()) this.#change(this.#trained >= this.#target ? this.#settled() : 'running');
    }
  }

  #isReadbackDue(): boolean {
    return performance.now() - this.#lastReadback >= 1000 / readbacksPerSecond;
  }

  async #readBack(training: TrainingEnsemble): Promise<void> {
    this.#lastReadback = performance.now();
    const snapshot = await training.snapshot();
    const reading = await this.#options.read(training, snapshot);
    this.#last = snapshot;
    this.records.push({ step: snapshot.step, reading });
    this.shown = this.records.length - 1;
  }

  async #recordReached(): Promise<void> {
    const training = this.#training;
    if (this.#disposed || !training || training.step === this.#trained) return;
    try {
      await this.#readBack(training);
      this.#change(this.state);
    } catch (error) {
      await this.#recover(error);
    }
  }

  async #prepare(news: EngineNews): Promise<void> {
    this.engine = news.engine;
    this.notices = [...this.notices, ...news.notices.filter((notice) => !this.notices.includes(notice))];
    const training = await news.engine.prepare(this.#options.ensemble);
    this.#training = training;
    if (this.#last) await training.restore(this.#last);
    else await this.#readBack(training);
    const isReached = this.#trained >= this.#target;
    this.#change(this.state !== 'preparing' ? this.state : isReached ? this.#settled() : 'running');
  }

  /** Leaves the old engine, with what it reached if it still answers, for the one that the reader chose. */
  async #move(news: EngineNews): Promise<void> {
    if (!this.#training || this.#disposed) return;
    const old = this.#training;
    this.#training = undefined;
    old.dispose();
    try {
      await this.#prepare(news);
    } catch (error) {
      await this.#recover(error);
    }
  }

  async #recover(error: unknown): Promise<void> {
    if (this.#disposed) return;
    const { engine } = this;
    if (error instanceof DivergedError || engine === undefined) {
      this.#fail(error);
      return;
    }
    this.#training?.dispose();
    this.#training = undefined;
    const reason =
      error instanceof EngineLostError ? error.message : `The ${engine.name} engine failed: ${messageOf(error)}`;
    try {
      const from = this.#last ? ` Went on from step ${this.#last.step}` : ' Started again';
      const news = await this.#options.pageEngine.replace(engine, reason);
      await this.#prepare({
        engine: news.engine,
        notices: [...news.notices, `${from.trim()} on the ${news.engine.name} engine.`],
      });
    } catch (next) {
      this.#fail(next);
    }
  }

  #fail(error: unknown): void {
    this.failure = messageOf(error);
    this.#training?.dispose();
    this.#training = undefined;
    this.#change('failed');
  }

  #settled(): RunState {
    return this.record && this.record.step >= this.#options.steps ? 'done' : 'paused';
  }

  /** Tells the figure that something has changed, whether or not the state has. */
  #change(state: RunState): void {
    // Work that was under way when the run was disposed of ends later.
    if (this.#disposed) return;
    this.state = state;
    this.#options.onChange();
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }
}

/** Training led to numbers that are none. */
export class DivergedError extends Error {
  /** @param step where it was seen */
  constructor(step: number) {
    super(
      `The loss stopped being a number by step ${step}: training diverged. The last good step is shown; reset, or choose milder settings.`,
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
