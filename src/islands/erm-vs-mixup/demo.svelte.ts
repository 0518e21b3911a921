import type { Engine } from '../../engine/engine.ts';
import type { Run } from '../../engine/run/run.ts';
import { tellError } from '../../engine/tell-error.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import { untouchedView, viewOf, type RunView } from '../kit/demo/run-view.ts';
import { readBakedRun, type BroughtRun, type ScoredStep } from './baked-run.ts';
import { makeExperiment, protocol, type Experiment } from './experiment.ts';
import { createRun } from './create-run.ts';
import { fingerprintOf, readStart, type Reading } from './reading.ts';
import type { ErmVsMixupState } from './address.ts';
import type { Settings } from './settings.ts';
import { KnownEnds } from './known-ends.ts';
import { loadOwnEngine } from './load-own-engine.ts';
import { StoryPace } from './story-pace.ts';
import { trainingPoints, withEdit, type ToyPoint } from './training-points.ts';
import { pointEditLimit, type PointEdit } from '../../parameters/point-edit.ts';
import { isStill } from '../kit/wake/is-still.ts';

/** While α is turned, the picture before stays until the new run has come this far: the first steps say nothing of its end. */
const firstTurnedStep = 200;

/**
 * The figure's state: settings, the run they describe, and what is shown of it. Settings are never changed within a run;
 * another setting is another run, from the same seed.
 */
export class ErmVsMixupDemo {
  settings: Settings;
  view: RunView = $state.raw(untouchedView(protocol.steps));
  experiment: Experiment;
  /** What the surfaces show. */
  reading: Reading;
  /** Scores up to where the run came. */
  curves: readonly ScoredStep[];
  /** Of the final weights of both networks, once the run has come to its end, where every machine ends with the same bits. */
  fingerprint: string | undefined;
  /** Whether what is shown came by itself, and the reader has not turned to it yet. */
  unasked = $state(true);
  /** Sentences about settings that were not possible. */
  notices: readonly string[] = $state.raw([]);

  /** The training set of the present settings. */
  readonly training: readonly ToyPoint[];

  /** The demo's root, once it is in the page. */
  element: Element | undefined;
  #run: Run<Reading> | undefined;
  /** The engine of a run that started by itself, which no other run uses. */
  #ownEngine: Engine | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Runs, of which one whose code arrives late must know that it was replaced. */
  readonly #lastAsked = new LastAsked();
  readonly #pace = new StoryPace(protocol.steps, () => this.#show());
  /** Whether the run follows a hand that turns α. */
  #isTurning = false;
  readonly #ends = new KnownEnds();

  /** @param settings of the baked run, but for its seed */
  constructor(baked: BroughtRun, settings: Settings) {
    this.settings = $state.raw({ ...settings, seed: baked.seed });
    this.training = $derived(trainingPoints(this.settings));
    const { experiment, reading, curves } = readBakedRun(baked, this.settings);
    this.experiment = $state.raw(experiment);
    this.reading = $state.raw(reading);
    this.curves = $state.raw(curves);
    this.fingerprint = $state.raw(baked.fingerprint);
  }

  /** Takes other settings and goes back to step 0; trains on if the run before was playing or had come to its end. */
  change(changes: Partial<Settings>): void {
    const playing = ['running', 'preparing', 'done'].includes(this.view.state);
    this.settings = { ...this.settings, ...changes };
    this.reset();
    if (playing) void this.play();
  }

  /**
   * Goes where an address or words in the text point to: to an end that is known already, or by training from step 0 to the step
   * they name.
   */
  async open({ settings, step }: Pick<ErmVsMixupState, 'settings' | 'step'>): Promise<void> {
    this.notices = [];
    this.settings = settings;
    this.reset();
    if (step === 0) return;
    if (step < protocol.steps) await this.seek(step);
    else if (!this.#showKnownEnd()) await this.play();
  }

  /** Lets α follow the hand: the run starts over for each α that there is time for, and what is shown goes from end to end. */
  turnAlpha(alpha: number): void {
    this.settings = { ...this.settings, alpha };
    this.unasked = false;
    if (!this.#isTurning) this.#turn();
  }

  #turn(): void {
    this.#endRun();
    if (this.#showKnownEnd()) return;
    this.#isTurning = true;
    this.experiment = makeExperiment(this.settings);
    this.fingerprint = undefined;
    void this.#withRun((run) => run.finish());
  }

  /** Shows the edited points at once, and starts the run over when the hand has come to rest. */
  edit(edit: PointEdit): void {
    const edits = withEdit(this.settings.edits, edit);
    if (edits.length > pointEditLimit) {
      this.notices = [`No more than ${pointEditLimit} points can be changed; reset the points or undo some changes.`];
      return;
    }
    this.settings = { ...this.settings, edits };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.change({}), 250);
  }

  /** Back to step 0 with the same seed. */
  reset(): void {
    this.unasked = false;
    this.#endRun();
    this.experiment = makeExperiment(this.settings);
    this.reading = readStart(this.experiment);
    this.curves = [this.reading];
    this.fingerprint = undefined;
    this.view = { ...untouchedView(0), engine: this.view.engine, device: this.view.device };
  }

  /** Trains to the end as fast as the engine does, and shows it from the step shown now at the pace of a story. */
  play(): Promise<void> {
    return this.#withRun((run) => {
      this.#follow(this.#shownStep);
      run.finish();
    });
  }

  /** Straight to the end, without showing every step. */
  finish(): Promise<void> {
    return this.#withRun((run) => {
      this.#pace.stop();
      run.finish();
    });
  }

  pause(): void {
    this.unasked = false;
    this.#pace.stop();
    const run = this.#run;
    if (!run) return;
    const shown = this.#shownStep;
    run.pause();
    if (run.records.length > 0) run.seek(shown);
  }

  step(): Promise<void> {
    return this.#withRun((run) => run.stepOnce());
  }

  seek(step: number): Promise<void> {
    return this.#withRun((run) => {
      this.#pace.stop();
      run.seek(step);
    });
  }

  /**
   * Runs the baked picture's run before the reader's eyes, on the CPU engine alone, unless the reader has turned to the figure
   * before. Where that engine cannot start, the baked picture stays.
   */
  async playUnasked(): Promise<void> {
    const isLast = this.#lastAsked.current();
    const loaded = await loadOwnEngine();
    if (!loaded) return;
    const { runs, scheduler, own } = loaded;
    if (!isLast() || !this.element || !this.unasked) {
      own.engine.dispose();
      return;
    }
    this.reset();
    this.unasked = true;
    this.#ownEngine = own.engine;
    this.#run = createRun(runs, this.experiment, {
      ...{ scheduler, element: this.element, pageEngine: own.pageEngine },
      onChange: () => this.#show(),
    });
    this.#follow(0);
    this.#run.finish();
  }

  get #shownStep(): number {
    return this.#run ? this.reading.step : 0;
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#endRun();
  }

  #endRun(): void {
    this.#lastAsked.ask();
    this.#pace.stop();
    this.#isTurning = false;
    this.#run?.dispose();
    this.#run = undefined;
    this.#ownEngine?.dispose();
    this.#ownEngine = undefined;
  }

  /** Shows the run from a step on at the pace of a story. Under reduced motion its end is shown when it is there. */
  #follow(step: number): void {
    if (this.element && !isStill()) this.#pace.start(this.element, step);
  }

  async #withRun(act: (run: Run<Reading>) => void): Promise<void> {
    this.unasked = false;
    if (this.#run) {
      act(this.#run);
      return;
    }
    // An end that was baked or kept has no run: whatever is asked of it starts at step 0.
    if (this.reading.step > 0 && !this.#isTurning) this.reset();
    const isLast = this.#lastAsked.current();
    this.view = { ...this.view, state: 'preparing' };
    await this.#report(
      (async () => {
        const [runs, { demoPage }] = await Promise.all([
          import('../../engine/run/run.ts'),
          import('../kit/demo/page.ts'),
        ]);
        if (!isLast() || !this.element) return;
        const { engine, scheduler } = demoPage();
        this.#run ??= createRun(runs, this.experiment, {
          ...{ scheduler, element: this.element, pageEngine: engine },
          onChange: () => this.#show(),
        });
        act(this.#run);
      })(),
    );
  }

  #show(): void {
    const run = this.#run;
    if (!run) return;
    const isEnded = run.state === 'done' || run.state === 'failed';
    const isPaced = this.#pace.isGoing && run.state !== 'failed';
    const record = isPaced ? run.records.findLast(({ step }) => step <= this.#pace.step) : run.record;
    const step = record?.step ?? 0;
    const isBehind = isPaced && run.state === 'done' && step < protocol.steps;
    // First, because drawing the record may be what failed.
    this.view = { ...viewOf(run, this.view), ...(isBehind && { state: 'running' }) };
    if (isEnded && !isBehind) this.#pace.stop();
    // Under reduced motion the picture changes once, when the run has come to rest.
    const still = run.state === 'running' && isStill();
    const isHeld = this.#isTurning && !isEnded && step < firstTurnedStep;
    if (record && !still && !isHeld) {
      this.reading = record.reading;
      const seen = isPaced ? run.records.slice(0, run.records.indexOf(record) + 1) : run.records;
      this.curves = seen.map(({ reading }) => reading);
    }
    if (isEnded) this.#end(run);
  }

  /** Keeps the end of a run, and turns on where α has moved meanwhile. */
  #end({ records, sameBits }: Run<Reading>): void {
    const { experiment } = this;
    const reading = records.at(-1)?.reading;
    if (reading?.step === protocol.steps) {
      this.fingerprint = sameBits ? fingerprintOf(reading) : undefined;
      const curves = records.map((one) => one.reading);
      this.#ends.keep({ experiment, reading, curves, fingerprint: this.fingerprint });
    }
    if (!this.#isTurning) return;
    this.#isTurning = false;
    if (experiment.settings !== this.settings) this.#turn();
  }

  #showKnownEnd(): boolean {
    const end = this.#ends.of(this.settings);
    if (!end) return false;
    this.experiment = end.experiment;
    this.reading = end.reading;
    this.curves = end.curves;
    this.fingerprint = end.fingerprint;
    this.view = { ...this.view, state: 'done', trained: protocol.steps };
    return true;
  }

  async #report(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.view = { ...this.view, state: 'failed', notices: [tellError(error)] };
    }
  }
}
