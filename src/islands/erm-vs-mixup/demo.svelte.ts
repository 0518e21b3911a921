import type { Engine, EngineName } from '../../engine/engine.ts';
import { DivergedError } from '../../engine/run/diverged-error.ts';
import type * as Runs from '../../engine/run/run.ts';
import type { Run, RunState } from '../../engine/run/run.ts';
import type { RunOptions } from '../../engine/run/run-options.ts';
import { tellError } from '../../engine/tell-error.ts';
import { initialParameters } from '../../core/training/network.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import { readBakedRun, type BakedRun, type ScoredStep } from './baked-run.ts';
import { makeExperiment, protocol, type Experiment } from './experiment.ts';
import { readLogProbabilities, readParameters, type Reading } from './reading.ts';
import type { ErmVsMixupState } from './address.ts';
import type { Settings } from './settings.ts';
import { nextIndex, trainingPoints, withEdit, type ToyPoint } from './training-points.ts';
import { pointEditLimit, type PointEdit } from '../../parameters/point-edit.ts';
import { isStill } from '../kit/wake/is-still.ts';

/** What the figure shows of its run. */
interface RunView {
  readonly state: RunState;
  readonly trained: number;
  readonly engine: EngineName;
  readonly device: string | undefined;
  readonly modelStepsPerSecond: number | undefined;
  readonly notices: readonly string[];
}

const untouched: RunView = {
  state: 'idle',
  trained: protocol.steps,
  engine: 'cpu',
  device: undefined,
  modelStepsPerSecond: undefined,
  notices: [],
};

/**
 * The figure's state: settings, the run they describe, and what is shown of it. Settings are never changed within a run;
 * another setting is another run, from the same seed.
 */
export class ErmVsMixupDemo {
  settings: Settings;
  view: RunView = $state.raw(untouched);
  experiment: Experiment;
  /** What the surfaces show. */
  reading: Reading;
  /** Scores up to where the run came. */
  curves: readonly ScoredStep[];
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

  /** @param settings of the baked run, but for its seed */
  constructor(baked: BakedRun, settings: Settings) {
    this.settings = $state.raw({ ...settings, seed: baked.seed });
    this.training = $derived(trainingPoints(this.settings));
    const { experiment, reading, curves } = readBakedRun(baked, this.settings);
    this.experiment = $state.raw(experiment);
    this.reading = $state.raw(reading);
    this.curves = $state.raw(curves);
  }

  /** Takes other settings and goes back to step 0; trains on if the run before was playing or had come to its end. */
  change(changes: Partial<Settings>): void {
    const playing = this.#isPlaying || this.view.state === 'done';
    this.settings = { ...this.settings, ...changes };
    this.reset();
    if (playing) void this.play();
  }

  /** Goes where an address or words in the text point to: trains from step 0 to the step they name. */
  async open({ settings, step }: Pick<ErmVsMixupState, 'settings' | 'step'>): Promise<void> {
    this.notices = [];
    this.settings = settings;
    this.reset();
    await this.seek(step);
  }

  /** Moves the point at a position of `training`. */
  movePoint(position: number, x: number, y: number): void {
    const point = this.training[position];
    if (point) this.#edit({ index: point.index, x: thousandths(x), y: thousandths(y), label: point.label });
  }

  addPoint(x: number, y: number, label: 0 | 1): void {
    if (this.settings.edits.length >= pointEditLimit) {
      this.notices = [`No more than ${pointEditLimit} points can be changed; reset the points or undo some changes.`];
      return;
    }
    this.#edit({ index: nextIndex(this.training), x: thousandths(x), y: thousandths(y), label });
  }

  removePoint(position: number): void {
    const point = this.training[position];
    if (point && this.training.length > 2) this.#edit({ index: point.index, removed: true });
  }

  /** Shows the edited points at once, and starts the run over when the hand has come to rest. */
  #edit(edit: PointEdit): void {
    this.settings = { ...this.settings, edits: withEdit(this.settings.edits, edit) };
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.change({}), 250);
  }

  /** Back to step 0 with the same seed. */
  reset(): void {
    this.unasked = false;
    this.#endRun();
    this.experiment = makeExperiment(this.settings);
    const { network, members } = this.experiment.ensemble;
    const parameters = Float64Array.from(members.flatMap(({ seed }) => Array.from(initialParameters(network, seed))));
    this.reading = readParameters(this.experiment, 0, parameters);
    this.curves = [this.reading];
    this.view = { ...untouched, trained: 0, engine: this.view.engine, device: this.view.device };
  }

  /** Trains from the start once more. */
  again(): void {
    this.reset();
    void this.play();
  }

  play(): Promise<void> {
    return this.#withRun((run) => run.play());
  }

  /** Straight to the end, without showing every step. */
  finish(): Promise<void> {
    return this.#withRun((run) => run.finish());
  }

  pause(): void {
    this.unasked = false;
    this.#run?.pause();
  }

  step(): Promise<void> {
    return this.#withRun((run) => run.stepOnce());
  }

  seek(step: number): Promise<void> {
    return this.#withRun((run) => run.seek(step));
  }

  /**
   * Runs the baked picture's run before the reader's eyes, on the CPU engine alone, unless the reader has turned to the figure
   * before. Where that engine cannot start, the baked picture stays.
   */
  async playUnasked(): Promise<void> {
    const isLast = this.#lastAsked.current();
    const loaded = await Promise.all([
      import('../../engine/run/run.ts'),
      import('../kit/demo/page.ts'),
      import('../../engine/choice/cpu-only.ts').then(({ cpuOnly }) => cpuOnly()),
    ]).catch(() => undefined);
    if (!loaded) return;
    const [runs, { demoPage }, own] = loaded;
    if (!isLast() || !this.element || !this.unasked) {
      own.engine.dispose();
      return;
    }
    this.reset();
    this.unasked = true;
    this.#ownEngine = own.engine;
    const { scheduler } = demoPage();
    this.#run = this.#createRun(runs, this.element, { scheduler, pageEngine: own.pageEngine, recordEvery: 40 });
    this.#run.play();
  }

  get #isPlaying(): boolean {
    return this.view.state === 'running' || this.view.state === 'preparing';
  }

  dispose(): void {
    clearTimeout(this.#resting);
    this.#endRun();
  }

  #endRun(): void {
    this.#lastAsked.ask();
    this.#run?.dispose();
    this.#run = undefined;
    this.#ownEngine?.dispose();
    this.#ownEngine = undefined;
  }

  async #withRun(act: (run: Run<Reading>) => void): Promise<void> {
    this.unasked = false;
    if (this.#run) {
      act(this.#run);
      return;
    }
    // The baked picture is the end of a run that never ran here: whatever is asked of it starts at step 0.
    if (this.reading.step > 0) this.reset();
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
        this.#run ??= this.#createRun(runs, this.element, { scheduler, pageEngine: engine });
        act(this.#run);
      })(),
    );
  }

  #createRun(
    { Run }: typeof Runs,
    element: Element,
    where: Pick<RunOptions<Reading>, 'scheduler' | 'pageEngine'> & Partial<Pick<RunOptions<Reading>, 'recordEvery'>>,
  ): Run<Reading> {
    const { experiment } = this;
    return new Run({
      ...protocol,
      ...where,
      ensemble: experiment.ensemble,
      read: async (training, { step, parameters }) => {
        const logProbabilities = await training.evaluate(experiment.points);
        if (logProbabilities.some(Number.isNaN)) throw new DivergedError(step);
        return readLogProbabilities(experiment, step, logProbabilities, parameters);
      },
      element,
      onChange: () => this.#show(),
    });
  }

  #show(): void {
    const run = this.#run;
    if (!run) return;
    // First, because drawing the record may be what failed.
    this.view = {
      state: run.state,
      trained: run.records.at(-1)?.step ?? 0,
      engine: run.engine?.name ?? this.view.engine,
      device: run.engine?.device ?? this.view.device,
      modelStepsPerSecond: run.modelStepsPerSecond,
      notices: run.failure ? [...run.notices, run.failure] : run.notices,
    };
    // Under reduced motion the picture changes once, when the run has come to rest.
    const still = run.state === 'running' && isStill();
    const { record } = run;
    if (record && !still) {
      this.reading = record.reading;
      this.curves = run.records.map(({ reading }) => reading);
    }
  }

  async #report(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.view = { ...this.view, state: 'failed', notices: [tellError(error)] };
    }
  }
}

const thousandths = (value: number): number => Math.round(1000 * value) / 1000;
