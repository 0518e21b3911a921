import { expectEnsemble } from '../../core/training/ensemble.ts';
import type { EngineNews } from '../choice/page-engine.ts';
import type { Engine } from '../engine.ts';
import { Speed } from '../speed.ts';
import { logOnce, tellError } from '../tell-error.ts';
import { createBreathe } from './page-turns.ts';
import { Pause } from './pause.ts';
import type { RunOptions, RunRecord } from './run-options.ts';
import type { FrameTask } from './scheduler.ts';
import { SteadyTraining } from './steady-training.ts';

/**
 * What a run is doing.
 *
 *     idle --play, step, or seek ahead--> preparing --> running <--> paused
 *                                            |             |
 *                                            v             v
 *                                          failed    done or failed
 */
export type RunState = 'idle' | 'preparing' | 'running' | 'paused' | 'done' | 'failed';

/** Readers cannot follow more pictures than that; while playing, nothing else is read back, since that stalls the GPU. */
const picturesPerSecond = 10;

/** Trains an ensemble step by step on the page's engine and keeps what was read back, so that it can be scrubbed. */
export class Run<Reading> implements FrameTask {
  readonly element: Element;
  state: RunState = 'idle';
  /** Why the run failed, as a sentence. */
  failure: string | undefined;
  /** Sentences for the reader: engines passed over, lost or replaced. */
  notices: readonly string[] = [];
  engine: Engine | undefined;
  /** Whether every engine until now gives the same bits on every machine, so that the end has a fingerprint. */
  sameBits = true;
  /** In order of step; the first is step 0. */
  records: RunRecord<Reading>[] = [];
  /** Which record is shown: the last, unless the reader scrubbed back. */
  shown = 0;

  readonly #options: RunOptions<Reading>;
  #training: SteadyTraining | undefined;
  #target = 0;
  #lastPicture = -Infinity;
  /** Whether it goes on without waiting for frames. */
  #isHurried = false;
  readonly #speed = new Speed();
  /** Steps trained at a time. */
  #chunk = 1;
  #disposed = false;
  /** Calls of the engine, one after another. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: RunOptions<Reading>) {
    expectEnsemble(options.ensemble);
    this.#options = options;
    this.element = options.element;
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

  /** Trains on to the end as fast as the engine does, on screen or off it, and keeps the same records as playing does. */
  finish(): void {
    this.shown = Math.max(0, this.records.length - 1);
    if (this.#trained >= this.#options.steps) {
      this.seek(this.#options.steps);
      return;
    }
    this.#goTo(this.#options.steps);
    if (!this.#isActive()) return;
    this.#isHurried = true;
    void this.#enqueue(() => this.#hurry());
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
    this.#isHurried = false;
    this.#change(this.#training ? 'running' : 'preparing');
    this.#options.scheduler.wake(this);
  }

  async #advance(budgetMs: number): Promise<void> {
    if (!this.#isActive()) return;
    if (!this.#training) await this.#prepare();
    else if (this.shown < this.records.length - 1) this.#replay();
    else await this.#train(budgetMs);
  }

  async #hurry(): Promise<void> {
    const breathe = createBreathe();
    while (this.#isHurried && this.#isActive()) {
      if (!this.#training) await this.#prepare();
      else {
        await this.#trainSteps(this.#training, this.#nextStop() - this.#training.step);
        await this.#readBack(this.#training);
        const isReached = this.#trained >= this.#target;
        if (this.#isActive() && (isReached || this.#isPictureDue()))
          this.#draw(isReached ? this.#settled() : 'running');
      }
      await breathe();
    }
  }

  /** Shows the next record that is there already, at the pace of pictures. */
  #replay(): void {
    if (!this.#isPictureDue()) return;
    this.shown += 1;
    this.#lastPicture = performance.now();
    this.#change(this.record && this.record.step >= this.#target ? this.#settled() : this.state);
  }

  async #train(budgetMs: number): Promise<void> {
    const training = this.#training as SteadyTraining;
    const left = this.#nextStop() - training.step;
    if (left > 0) {
      const budget = Math.max(budgetMs, this.engine?.budgetMs ?? 0);
      const members = training.ensemble.members.length;
      const steps = await this.#trainSteps(training, Math.min(left, this.#chunk));
      this.#chunk = Math.ceil(this.#speed.next(budget, this.#chunk * members, steps * members) / members);
    } else if (this.#isPictureDue()) {
      this.#lastPicture = performance.now();
      await this.#readBack(training);
      if (this.#isActive()) this.#change(this.#trained >= this.#target ? this.#settled() : 'running');
    }
  }

  async #trainSteps(training: SteadyTraining, wanted: number): Promise<number> {
    const { steps, milliseconds } = await training.train(wanted);
    this.#speed.add(steps * training.ensemble.members.length, milliseconds);
    return steps;
  }

  /** The step of the next record. */
  #nextStop(): number {
    const { recordEvery } = this.#options;
    return Math.min(this.#target, (Math.floor(this.#trained / recordEvery) + 1) * recordEvery);
  }

  #isPictureDue(): boolean {
    return performance.now() - this.#lastPicture >= 1000 / picturesPerSecond;
  }

  #draw(state: RunState): void {
    this.#lastPicture = performance.now();
    this.#change(state);
  }

  async #readBack(training: SteadyTraining): Promise<void> {
    const snapshot = await training.snapshot();
    const reading = await this.#options.read(training, snapshot);
    this.records.push({ step: snapshot.step, reading });
    this.shown = this.records.length - 1;
  }

  async #recordReached(): Promise<void> {
    const training = this.#training;
    if (this.#disposed || !training || training.step === this.#trained) return;
    await this.#readBack(training);
    this.#change(this.state);
  }

  async #prepare(): Promise<void> {
    const { ensemble, pageEngine } = this.#options;
    const training = await SteadyTraining.prepare(ensemble, {
      pageEngine,
      // A run stops by itself, between two records.
      pause: new Pause(),
      onEngine: (news) => this.#goOver(news),
    });
    this.#training = training;
    if (this.#hasEnded) {
      this.#free();
      return;
    }
    await this.#readBack(training);
    const isReached = this.#trained >= this.#target;
    this.#change(this.state !== 'preparing' ? this.state : isReached ? this.#settled() : 'running');
  }

  #goOver({ engine, notices }: EngineNews): void {
    this.engine = engine;
    this.sameBits &&= engine.sameBits;
    this.notices = [...this.notices, ...notices.filter((notice) => !this.notices.includes(notice))];
    this.#speed.startOver();
    this.#chunk = 1;
    if (this.#training) this.#change(this.state);
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

  /** Does something after all that was begun before. Whatever goes wrong in it ends the run, and is nobody else's. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => this.#fail(error));
    return this.#queue;
  }
}
