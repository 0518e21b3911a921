import { jointFingerprint } from '../../../core/training/fingerprint.ts';
import { Pause } from '../../../engine/run/pause.ts';
import type { PageEngine } from '../../../engine/choice/page-engine.ts';
import type { EngineName } from '../../../engine/engine.ts';
import type { RunState } from '../../../engine/run/run.ts';
import { tellError } from '../../../engine/tell-error.ts';
import { modelSteps, namesOf, seedsOf, type Study, type TrialResult } from '../../../studies/study.ts';
import type { StudyView } from './run-on-page.ts';

/**
 * A study run on the reader's device, group of seeds by group of seeds, so that what has come in is worth something
 * whenever it is stopped. It goes on off screen and in a hidden tab.
 */
export class StudyRun<Name extends string> {
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  /** What the engine runs on, in words; nothing before it was used. */
  device: string | undefined = $state();
  modelStepsPerSecond: number | undefined = $state();
  notices: readonly string[] = $state.raw([]);
  /** What the reader waits for, as a sentence; nothing once the page's engine trains. */
  waitsFor: string | undefined = $state();
  /** Seeds asked for. */
  seeds: readonly number[] = $state.raw([]);
  /** Of the networks that came to their end. */
  complete: readonly TrialResult<Name>[] = $state.raw([]);
  /** Of the networks that are being trained, as far as they are. */
  underway: readonly TrialResult<Name>[] = $state.raw([]);
  /** Share of all training that is done, from 0 to 1. */
  done = $state(0);
  /** The step that the networks being trained have reached. */
  step = $state(0);
  /** The names of the study's conditions, once it is known. */
  conditions: readonly string[] = $state.raw([]);
  /** Model-steps of one seed under all conditions. */
  stepsPerSeed = $state(0);

  readonly #prepare: () => Promise<Study<Name>>;
  /** Of the run that was started last. */
  #ending = new AbortController();
  #pause = new Pause();

  /** @param prepare loads what the study needs, such as its data */
  constructor(prepare: () => Promise<Study<Name>>) {
    this.#prepare = prepare;
  }

  /** How many seeds have come to their end under every condition. */
  readonly completeSeeds = $derived(seedsOf(this.complete).filter((seed) => this.#isComplete(seed)).length);

  /** What there is to show: whole trainings as soon as a seed is complete, and before that everything as far as it is. */
  readonly results: readonly TrialResult<Name>[] = $derived(
    this.completeSeeds > 0 ? this.complete : [...this.complete, ...this.underway],
  );

  /** Of the final weights of all networks; undefined before their end, and where they depend on the machine. */
  get fingerprint(): string | undefined {
    const isWhole = this.complete.length > 0 && this.complete.length === this.seeds.length * this.conditions.length;
    return isWhole ? jointFingerprint(this.complete.map(({ fingerprint }) => fingerprint)) : undefined;
  }

  get isActive(): boolean {
    return this.state === 'running' || this.state === 'preparing';
  }

  /** Forgets what there is and runs the study with these seeds. Resolves at its end. */
  async start(seeds: readonly number[]): Promise<void> {
    this.stop();
    const { signal } = (this.#ending = new AbortController());
    const pause = (this.#pause = new Pause());
    Object.assign(this, { seeds, complete: [], underway: [], done: 0, step: 0, notices: [], state: 'preparing' });
    this.waitsFor = 'Loading the data.';
    try {
      const [study, { runOnPage }, pageEngine] = await Promise.all([
        this.#prepare(),
        import('./run-on-page.ts'),
        this.#startEngine(),
      ]);
      if (signal.aborted) return;
      this.conditions = namesOf(study.conditions);
      this.stepsPerSeed = modelSteps(study, 1);
      await runOnPage(study, seeds, {
        pageEngine,
        signal,
        pause,
        onView: (view) => {
          if (!signal.aborted) this.#show(view);
        },
      });
      this.state = 'done';
    } catch (error) {
      if (signal.aborted) return;
      this.waitsFor = undefined;
      this.state = 'failed';
      this.notices = [...this.notices, tellError(error)];
    }
  }

  /** Lets the page's engine start, and compile what a study needs, unless a run sees to that already. */
  async getReady(prepare: () => Promise<Study<Name>>): Promise<void> {
    if (this.state !== 'idle') return;
    try {
      const [study, { getReady }, pageEngine] = await Promise.all([
        prepare(),
        import('./get-ready.ts'),
        this.#startEngine(),
        import('./run-on-page.ts'),
      ]);
      await getReady(pageEngine, study);
    } catch {
      // Whatever is missing is asked for again by the run, which tells the reader.
    }
  }

  pause(): void {
    if (this.state !== 'running') return;
    this.#pause.begin();
    this.state = 'paused';
  }

  resume(): void {
    if (this.state !== 'paused') return;
    this.state = 'running';
    this.#pause.end();
  }

  /** Ends the run for good; what has come in stays. */
  stop(): void {
    this.#ending.abort();
    this.waitsFor = undefined;
    if (this.isActive || this.state === 'paused') this.state = 'done';
  }

  /** Lets the page's engine start while the data are on their way; it need not have come to be used. */
  async #startEngine(): Promise<PageEngine> {
    const { demoPage } = await import('../demo/page.ts');
    const { engine } = demoPage();
    // Whoever runs on it hears of it.
    engine.get().catch(() => undefined);
    return engine;
  }

  #isComplete(seed: number): boolean {
    return this.complete.filter(({ trial }) => trial.seed === seed).length === this.conditions.length;
  }

  #show({ progress, done, engine, modelStepsPerSecond, notices, waitsFor }: StudyView<Name>): void {
    this.engine = engine?.name ?? this.engine;
    this.device = engine?.device ?? this.device;
    this.modelStepsPerSecond = modelStepsPerSecond;
    this.notices = notices;
    this.waitsFor = waitsFor;
    this.done = done;
    if (!progress) return;
    // What was under way when the reader paused still comes in.
    if (this.state === 'preparing') this.state = 'running';
    this.complete = progress.complete;
    this.underway = progress.underway;
    this.step = progress.step;
  }
}
