import { namesOf } from '../../../studies/study.ts';
import type { EngineName } from '../../../engine/engine.ts';
import type { Run, RunState } from '../../../engine/run/run.ts';
import { Speed } from '../../../engine/speed.ts';
import { tellError } from '../../../engine/tell-error.ts';
import { LastAsked, type IsLast } from '../demo/last-asked.ts';
import {
  modelSteps,
  seedsOf,
  type Measurement,
  type Study,
  type StudyPart,
  type TrialResult,
} from '../../../studies/study.ts';

/** What is read of a part of the study at one step: the measures of every member; nothing before the first step. */
type PartReading<Name extends string> = readonly Measurement<Name>['measures'][];

/**
 * A study run on the reader's device, group of seeds by group of seeds, so that what has come in is worth something
 * whenever it is stopped.
 */
export class StudyRun<Name extends string> {
  state: RunState = $state('idle');
  engine: EngineName = $state('cpu');
  /** What the engine runs on, in words; nothing before it was used. */
  device: string | undefined = $state();
  modelStepsPerSecond: number | undefined = $state();
  notices: readonly string[] = $state.raw([]);
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

  /** The demo's root, once it is in the page. */
  element: Element | undefined;
  readonly #prepare: () => Promise<Study<Name>>;
  #run: Run<PartReading<Name>> | undefined;
  /** Of all parts of a study: one may be too short to measure it. */
  #speed = new Speed();
  /** Starts, of which one whose code or data arrive late must know that it was replaced. */
  readonly #lastAsked = new LastAsked();

  /** @param prepare loads what the study needs, such as its data */
  constructor(prepare: () => Promise<Study<Name>>) {
    this.#prepare = prepare;
  }

  /** What there is to show: whole trainings as soon as there are any, and before that those underway. */
  readonly results: readonly TrialResult<Name>[] = $derived(this.complete.length > 0 ? this.complete : this.underway);

  /** How many seeds have come to their end under every condition. */
  readonly completeSeeds = $derived(seedsOf(this.complete).length);

  get isActive(): boolean {
    return this.state === 'running' || this.state === 'preparing';
  }

  /** Forgets what there is and runs the study with these seeds. Resolves at its end. */
  async start(seeds: readonly number[]): Promise<void> {
    this.stop();
    const isLast = this.#lastAsked.ask();
    Object.assign(this, { seeds, complete: [], underway: [], done: 0, step: 0, notices: [], state: 'preparing' });
    try {
      this.#speed = new Speed();
      const { demoPage } = await import('../demo/page.ts');
      const [study, { engine }] = await Promise.all([this.#prepare(), demoPage().engine.get()]);
      if (!isLast()) return;
      this.conditions = namesOf(study.conditions);
      this.stepsPerSeed = modelSteps(study, 1);
      const groups = inGroups(seeds, Math.floor(engine.membersAtOnce / study.conditions.length));
      const parts = groups.flatMap((group) => study.parts(group));
      for (const [p, part] of parts.entries()) {
        await this.#train(study, part, isLast, (share) => (this.done = (p + share) / parts.length));
        if (!isLast()) return;
        this.complete = [...this.complete, ...this.underway];
        this.underway = [];
      }
      this.state = 'done';
    } catch (error) {
      if (!isLast()) return;
      this.state = 'failed';
      this.notices = [...this.notices, tellError(error)];
    }
  }

  pause(): void {
    this.#run?.pause();
  }

  resume(): void {
    this.#run?.play();
  }

  /** Ends the run for good; what has come in stays. */
  stop(): void {
    this.#lastAsked.ask();
    this.#run?.dispose();
    this.#run = undefined;
    if (this.isActive || this.state === 'paused') this.state = 'done';
  }

  /** Moves the page to another engine, or the best one; a run goes on there. */
  async force(name: EngineName | undefined): Promise<void> {
    try {
      const { demoPage } = await import('../demo/page.ts');
      await demoPage().engine.force(name);
      const { engine } = await demoPage().engine.get();
      this.engine = engine.name;
      this.device = engine.device;
    } catch (error) {
      this.notices = [tellError(error)];
    }
  }

  /** Trains one part to its end. Never resolves once it was stopped. */
  async #train(
    study: Study<Name>,
    part: StudyPart<Name>,
    isLast: IsLast,
    report: (share: number) => void,
  ): Promise<void> {
    const { steps, measureEvery } = study;
    const [{ Run }, { demoPage }] = await Promise.all([
      import('../../../engine/run/run.ts'),
      import('../demo/page.ts'),
    ]);
    const { element } = this;
    if (!element || !isLast()) return;
    const { engine, scheduler } = demoPage();
    let run: Run<PartReading<Name>> | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const training = new Run<PartReading<Name>>({
          ensemble: part.ensemble,
          steps,
          recordEvery: measureEvery,
          read: (members) => (members.step === 0 ? Promise.resolve([]) : part.measure(members)),
          element,
          scheduler,
          pageEngine: engine,
          speed: this.#speed,
          onChange: () => {
            // First, because showing it may be what went wrong.
            if (training.state === 'failed') reject(new Error(training.failure));
            this.#show(training, part, study);
            this.step = training.records.at(-1)?.step ?? 0;
            report(this.step / steps);
            if (training.state === 'done') resolve();
          },
        });
        this.#run = run = training;
        training.play();
      });
    } finally {
      run?.dispose();
    }
  }

  #show(run: Run<PartReading<Name>>, { trials }: StudyPart<Name>, { steps, measureEvery }: Study<Name>): void {
    // The end of a part is not the end of the study.
    if (run.state !== 'done') this.state = run.state;
    this.engine = run.engine?.name ?? this.engine;
    this.device = run.engine?.device ?? this.device;
    this.modelStepsPerSecond = run.modelStepsPerSecond ?? this.modelStepsPerSecond;
    this.notices = [...this.notices, ...run.notices.filter((notice) => !this.notices.includes(notice))];
    // A pause is recorded where it fell; the curves keep to the study's own steps.
    const records = run.records.filter(({ step }) => step > 0 && (step % measureEvery === 0 || step === steps));
    this.underway = trials.map((trial, m) => ({
      trial,
      curve: records.map(({ step, reading }) => ({ step, measures: reading[m] as PartReading<Name>[number] })),
    }));
  }
}

/** Cuts a list into groups of at most `size`, and at least 1. */
function inGroups<T>(list: readonly T[], size: number): T[][] {
  const length = Math.max(1, size);
  return Array.from({ length: Math.ceil(list.length / length) }, (_, g) => list.slice(g * length, (g + 1) * length));
}
