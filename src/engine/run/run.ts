import { expectEnsemble } from '../../core/training/ensemble.ts';
import type { EngineNews } from '../choice/page-engine.ts';
import type { Engine, Snapshot, TrainingEnsemble } from '../engine.ts';
import { Speed } from '../speed.ts';
import { logOnce, tellError } from '../tell-error.ts';
import { askEngine, engineAfter, EngineFailure, withNamedFailures } from './engine-failure.ts';
import type { RunOptions, RunRecord } from './run-options.ts';
import type { FrameTask } from './scheduler.ts';

/**
 * What a run is doing.
 *
 *     idle --play, step, or seek ahead--> preparing --> running <--> paused
 *                                            |             |
 *                                            v             v
 *                                          failed    done or failed
 */
export type RunState = 'idle' | 'preparing' | 'running' | 'paused' | 'done' | 'failed';

/** Readers cannot follow more pictures than that, and each costs a read-back that stalls the GPU. */
const readbacksPerSecond = 10;

/** Trains an ensemble step by step on the page's engine and keeps what was read back, so that it can be scrubbed. */
export class Run<Reading> implements FrameTask {
  readonly element: Element;
  state: RunState = 'idle';
  /** Why the run failed, as a sentence. */
  failure: string | undefined;
  /** Sentences for the reader: engines passed over, lost or replaced. */
  notices: readonly string[] = [];
  engine: Engine | undefined;
  /** In order of step; the first is step 0. */
  records: RunRecord<Reading>[] = [];
  /** Which record is shown: the last, unless the reader scrubbed back. */
  shown = 0;

  readonly #options: RunOptions<Reading>;
  #training: TrainingEnsemble | undefined;
  #last: Snapshot | undefined;
  #target = 0;
  #lastReadback = -Infinity;
  readonly #speed: Speed;
  /** Steps trained at a time. */
  #chunk = 1;
  #disposed = false;
  readonly #stopListening: () => void;
  /** Calls of the engine, one after another. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: RunOptions<Reading>) {
    expectEnsemble(options.ensemble);
    this.#options = options;
    this.#speed = options.speed ?? new Speed();
    this.element = options.element;
    this.#stopListening = options.pageEngine.listen((news) => this.#enqueue(() => this.#move(news)));
  }

  /** The record that is shown, once there is one. */
  get record(): RunRecord<Reading> | undefined {
    return this.records[this.shown];
  }

  /** Steps times members, as measured on this engine; nothing before the clock has moved. */
  get modelStepsPerSecond(): number | undefined {
    return this.#speed.perSecond;
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
      this.#free();
      return Promise.resolve();
    });
  }

  async frame(budgetMs: number): Promise<boolean> {
    await this.#enqueue(() => this.#advance(budgetMs));
    return this.#isActive();
  }

  fail(error: unknown): void {
    this.#fail(error);
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
    if (!this.#training) await this.#prepare(await this.#options.pageEngine.get());
    else if (this.shown < this.records.length - 1) this.#replay();
    else await this.#train(budgetMs);
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
      const budget = Math.max(budgetMs, this.engine?.budgetMs ?? 0);
      const members = training.ensemble.members.length;
      const { steps, milliseconds } = await training.train(Math.min(left, this.#chunk));
      this.#speed.add(steps * members, milliseconds);
      this.#chunk = Math.ceil(this.#speed.next(budget, this.#chunk * members, steps * members) / members);
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
    await this.#readBack(training);
    this.#change(this.state);
  }

  async #prepare(news: EngineNews): Promise<void> {
    this.engine = news.engine;
    this.notices = [...this.notices, ...news.notices.filter((notice) => !this.notices.includes(notice))];
    const prepared = await askEngine(news.engine, (engine) => engine.prepare(this.#options.ensemble));
    const training = withNamedFailures(news.engine, prepared);
    this.#training = training;
    if (this.#hasEnded) {
      this.#free();
      return;
    }
    if (this.#last) await training.restore(this.#last);
    else await this.#readBack(training);
    const isReached = this.#trained >= this.#target;
    this.#change(this.state !== 'preparing' ? this.state : isReached ? this.#settled() : 'running');
  }

  /** Leaves the old engine, with what it reached if it still answers, for the one that the reader chose. */
  async #move(news: EngineNews): Promise<void> {
    if (!this.#training || this.#disposed) return;
    this.#leaveEngine();
    await this.#prepare(news);
  }

  /** Does a part of the run. Whatever goes wrong in it ends here: with another engine, or with the run. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof EngineFailure) await this.#goOnElsewhere(error);
      else this.#fail(error);
    }
  }

  async #goOnElsewhere(failure: EngineFailure): Promise<void> {
    if (this.#hasEnded) return;
    this.#leaveEngine();
    await this.#attempt(async () => {
      const { engine, notices } = await engineAfter(this.#options.pageEngine, failure);
      const from = this.#last ? `Went on from step ${this.#last.step}` : 'Started again';
      await this.#prepare({ engine, notices: [...notices, `${from} on the ${engine.name} engine.`] });
    });
  }

  #leaveEngine(): void {
    this.#free();
    this.#speed.startOver();
    this.#chunk = 1;
  }

  #free(): void {
    this.#training?.dispose();
    this.#training = undefined;
  }

  /** Ends the run at its last good record. */
  #fail(error: unknown): void {
    const sentence = tellError(error);
    if (this.#hasEnded) return;
    this.failure = sentence;
    this.#free();
    this.#change('failed');
  }

  get #hasEnded(): boolean {
    return this.#disposed || this.state === 'failed';
  }

  #settled(): RunState {
    return this.record && this.record.step >= this.#options.steps ? 'done' : 'paused';
  }

  /** Tells the figure that something has changed, whether or not the state has. */
  #change(state: RunState): void {
    // Work that was under way when the run was disposed of ends later.
    if (this.#disposed) return;
    this.state = state;
    try {
      this.#options.onChange();
    } catch (error) {
      // A figure that cannot even show that its run has failed has been written about once.
      if (state === 'failed') logOnce(error);
      else this.#fail(error);
    }
  }

  /** Does something after all that was begun before. Never rejects, so that nothing after it is lost. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(() => this.#attempt(work));
    return this.#queue;
  }
}
